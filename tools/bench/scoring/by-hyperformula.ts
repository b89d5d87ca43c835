import { HyperFormula } from 'hyperformula';
import { repeat, type Measured } from './measure.ts';
import { FEDERATION_SIZE, type Nation } from './nation.ts';

/** Spreadsheet name of a column: 0 is A. */
const letters = (index: number): string =>
  (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

/** The same sheet as an office makes it: a row for each unit, what it reported on the left, formulas on the right. */
function sheetOf(nation: Nation): { rows: (string | number | null)[][]; totalColumn: number } {
  const inputs: { name: string; of: (unit: number) => number | null }[] = [
    { name: 'place', of: (unit) => (nation.federation[unit] ?? 0) * 3 + (nation.block[unit] ?? 0) },
  ];
  for (const line of nation.lines) {
    const code = line.code.replace('.', '');
    const scale = 10 ** line.decimals;
    const add = (name: string, source: Int32Array | undefined, divisor = 1, always = false) => {
      if (source)
        inputs.push({ name, of: (unit) => (always || line.state[unit] === 1 ? (source[unit] ?? 0) / divisor : null) });
    };
    add(`v${code}`, line.value, scale);
    add(`w${code}`, line.whole);
    add(`t${code}`, line.target, 1, true);
    for (const [index, counts] of (line.counts ?? []).entries()) add(`c${code}${'abcde'[index] ?? ''}`, counts);
    if (line.code === '1.6') inputs.push({ name: 'dropped', of: (unit) => (line.state[unit] === 2 ? 1 : 0) });
  }
  const formulas: [string, string][] = [
    ['p11', 'IF(ISBLANK(v11),0,IF(v11>=95,6,IF(v11/95<0.5,0,ROUND(6*v11/95,2))))'],
    ['p12', 'IF(ISBLANK(v12),0,IF(100*v12/w12>=90,6,ROUND(6*(100*v12/w12)/90,2)))'],
    ['p13', 'IF(v13>98,4,0)'],
    ['p14', 'IF(ISBLANK(v14),0,IF(v14<=5,4,ROUND(4*5/v14,2)))'],
    ['p15', 'IF(ISBLANK(v15),0,IF(v15>=t15,6,ROUND(6*v15/t15,2)))'],
    ['p16', 'IF(v16>=90,6,IF(v16>=80,4.5,IF(v16>=65,3,IF(v16>=50,1.25,0))))'],
    ['p17', 'IF(100*v17/t17>=100,5,IF(100*v17/t17>=90,3.5,IF(100*v17/t17>=75,2.25,0)))'],
    ['p18', 'IF(v18=1,4,0)'],
    ['top', 'MAXIFS(@v19,@place,place)'],
    ['p19', 'IF(ISBLANK(v19),0,IF(v19<=20,ROUND(3*v19/20,2),IF(v19=top,6,ROUND(3+3*(v19-20)/(top-20),2))))'],
    ['p21', 'MAX(0,8*c21a+6*c21b+3.5*c21c-2*c21d)'],
    ['p22', 'MAX(-2,MIN(6,1.5*c22a+c22b-0.5*c22c))'],
    ['p23', 'MIN(8,2*(c23a+c23b+c23c)+1.5*(c23d+c23e))'],
    ['p24', 'MIN(8,ROUND(0.75*MAX(0,v24-2),2))'],
    ['p25', 'MAX(0,12-c25a-MIN(3,0.5*c25b)-MIN(6,2*c25c))'],
    ['one', 'MIN(46,p11+p12+p13+p14+p15+p16+p17+p18+p19)'],
    ['two', 'p21+p22+p23+p24+p25+v26'],
    ['base', 'IF(dropped=1,ROUND((one+two)*100/95,2),one+two)'],
    ['bonus', 'MIN(4,MIN(3,0.35*v31)+IF(v32=1,2,0))'],
    ['penalty', 'MAX(-5,-MIN(2,0.5*c41a)-2*c41b)'],
    ['total', 'MAX(0,MIN(100,base+bonus+penalty))'],
  ];
  const columns = new Map(
    [...inputs.map(({ name }) => name), ...formulas.map(([name]) => name)].map((name, index) => [name, letters(index)]),
  );
  const cellOf = (name: string) => columns.get(name) ?? name;
  const rows = Array.from({ length: nation.size }, (_, unit): (string | number | null)[] => {
    const row = String(unit + 1);
    // Leaders are looked for among the rows of the unit's own federation, as in a file of its own.
    const first = unit - (unit % FEDERATION_SIZE) + 1;
    const range = (name: string) =>
      `${cellOf(name)}$${String(first)}:${cellOf(name)}$${String(first + FEDERATION_SIZE - 1)}`;
    const written = formulas.map(([, text]) =>
      `=${text}`
        .replace(/@([a-z0-9]+)/g, (_all, name: string) => range(name))
        .replace(/\b[a-z][a-z0-9]+\b/g, (name) => `${cellOf(name)}${row}`),
    );
    return [...inputs.map(({ of }) => of(unit)), ...written];
  });
  return { rows, totalColumn: inputs.length + formulas.length - 1 };
}

/** A spreadsheet engine on the sheet of one province: building it works everything out once. */
export async function byHyperformula(nation: Nation): Promise<Measured> {
  const { rows, totalColumn } = sheetOf(nation);
  const { times, last } = await repeat(3, 0, () => HyperFormula.buildFromArray(rows, { licenseKey: 'gpl-v3' }));
  const totals = rows.map((_, row) => Number(last.getCellValue({ sheet: 0, row, col: totalColumn })) * 100);
  // A total counts as right when it shows the right two decimals; what binary fractions leave behind them is forgiven.
  return {
    times,
    units: nation.size,
    totals: totals.map((total) => Math.round(total)),
    note: `HyperFormula ${HyperFormula.version}, totals only`,
  };
}
