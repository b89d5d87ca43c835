import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { conformanceFile, giaouoc } from '../../testing/run-giaouoc.ts';

let folder: string;
const file = (name: string, content: string): string => {
  const at = path.join(folder, name);
  writeFileSync(at, content);
  return at;
};
const readCase = (name: string): unknown => JSON.parse(readFileSync(conformanceFile(name), 'utf8'));

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'giaouoc-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('score', () => {
  test.each(['27-drop-rescale', '53-codes', '54-empty', 'real-12-cum-thi-dua'])('%s', async (name) => {
    const run = await giaouoc(['score', conformanceFile(`${name}.year.json`)]);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(run.stdout)).toEqual(readCase(`${name}.results.json`));
    expect(run.stdout.endsWith('\n')).toBe(true);
  });

  test('an invalid file: all faults in sentences, nothing on standard output', async () => {
    const run = await giaouoc(['score', conformanceFile('82-figure-codes.invalid.json')]);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    for (const pointer of readCase('82-figure-codes.faults.json') as string[])
      expect(run.stderr).toContain(`  ${pointer}: `);
  });

  test('an invalid file, for programs: a JSON array of faults on standard output', async () => {
    const run = await giaouoc(['score', '--faults', 'json', conformanceFile('70-base-sum.invalid.json')]);
    expect(run.code).toBe(2);
    const faults = JSON.parse(run.stdout) as { pointer: string; message: string }[];
    expect(faults.map((fault) => fault.pointer)).toEqual(
      expect.arrayContaining(readCase('70-base-sum.faults.json') as string[]),
    );
    for (const fault of faults) expect(fault.message).toMatch(/\p{Ll}/u);
  });

  test('a reader that stops early ends the command quietly', async () => {
    const run = await giaouoc(['score', file('lon.year.json', manyUnits(4000))], { readOnly: 1000 });
    expect(run).toMatchObject({ code: 0, signal: null, stderr: '' });
    expect(run.stdout.length).toBeLessThan(1_000_000);
  });

  test('a large result arrives whole through a pipe', async () => {
    const run = await giaouoc(['score', file('lon.year.json', manyUnits(4000))]);
    expect((JSON.parse(run.stdout) as { units: unknown[] }).units).toHaveLength(4000);
  });
});

describe('verify', () => {
  const year = () => conformanceFile('44-quota-floor.year.json');
  test('the same results', async () => {
    const run = await giaouoc(['verify', year(), conformanceFile('44-quota-floor.results.json')]);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toMatch(/^Trùng khớp: 8 đơn vị, sha256:[0-9a-f]{64}\.\n$/);
  });

  test('a changed figure in the results is named with its unit', async () => {
    const results = readCase('44-quota-floor.results.json') as { units: { unit: string; total: string }[] };
    const third = results.units[2];
    if (third) third.total = '99.99';
    const run = await giaouoc(['verify', year(), file('sua.results.json', JSON.stringify(results))]);
    expect(run.code).toBe(1);
    expect(run.stdout).toContain(`/units/2/total (đơn vị ${String(third?.unit)})`);
    expect(run.stdout).toContain('trong tệp: "99.99"');
  });

  test('another digest alone is a difference', async () => {
    const results = readCase('44-quota-floor.results.json') as object;
    const run = await giaouoc([
      'verify',
      year(),
      file('sua.results.json', JSON.stringify({ ...results, digest: 'sha256:0' })),
    ]);
    expect(run.code).toBe(1);
    expect(run.stdout).toContain('/digest');
  });

  test('a unit left out is a difference', async () => {
    const results = readCase('44-quota-floor.results.json') as { units: unknown[] };
    const fewer = { ...results, units: results.units.slice(0, -1) };
    const run = await giaouoc(['verify', year(), file('thieu.results.json', JSON.stringify(fewer))]);
    expect(run.code).toBe(1);
    expect(run.stdout).toContain('trong tệp: (không có)');
  });

  test('broken results are refused', async () => {
    const run = await giaouoc(['verify', year(), file('hong.results.json', '{"units":')]);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(/JSON/);
  });
});

describe('explain', () => {
  test('the score sheet of a unit names every line with its points', async () => {
    const results = readCase('real-01-tld-1294.results.json') as {
      units: { unit: string; total: string; lines: { line: string; points: string }[] }[];
    };
    const unit = results.units[0];
    if (!unit) throw new Error('the case has units');
    const run = await giaouoc(['explain', conformanceFile('real-01-tld-1294.year.json'), unit.unit]);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(unit.lines.filter((line) => !showsLine(run.stdout, line))).toEqual([]);
    expect(run.stdout).toContain(`${unit.total.replace('.', ',')} điểm`);
  });

  test('one line', async () => {
    const run = await giaouoc(['explain', conformanceFile('02-ratio-higher.year.json'), 'C', '1.1']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toContain('94,9');
  });

  test('an unknown unit, and a line the unit does not have', async () => {
    const unit = await giaouoc(['explain', conformanceFile('02-ratio-higher.year.json'), 'KHONG-CO']);
    expect(unit).toMatchObject({ code: 2, stdout: '' });
    expect(unit.stderr).toMatch(/không có đơn vị "KHONG-CO".*Các mã có trong tệp: A/);
    const line = await giaouoc(['explain', conformanceFile('02-ratio-higher.year.json'), 'A', '9.9']);
    expect(line).toMatchObject({ code: 2, stdout: '' });
    expect(line.stderr).toContain('9.9');
  });
});

/** Whether the sheet has a row for the line with its points. */
const showsLine = (sheet: string, line: { line: string; points: string }): boolean =>
  sheet
    .split('\n')
    .some(
      (row) =>
        row.trim().startsWith(`${line.line}. `) &&
        (row.includes(`: ${line.points.replace('.', ',')}/`) || line.line.startsWith('F')),
    );

describe('check', () => {
  test('a valid file', async () => {
    const run = await giaouoc(['check', conformanceFile('44-quota-floor.year.json')]);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toMatch(/Tệp hợp lệ.*\n8 đơn vị/);
  });
  test('an invalid file', async () => {
    const run = await giaouoc(['check', conformanceFile('61-format.invalid.json')]);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('/format: ');
  });
});

describe('compare', () => {
  test('a year with itself', async () => {
    const year = conformanceFile('real-07-cua-lo.year.json');
    expect(await giaouoc(['compare', year, year])).toEqual({
      code: 0,
      signal: null,
      stderr: '',
      stdout: 'Không có đơn vị nào khác nhau.\n',
    });
  });
  test('one figure changed', async () => {
    const year = readCase('02-ratio-higher.year.json') as { figures: { unit: string; line: string; value?: string }[] };
    const figure = year.figures.find((one) => one.unit === 'A' && one.value !== undefined);
    if (figure) figure.value = '1';
    const changed = file('doi.year.json', JSON.stringify(year));
    const run = await giaouoc(['compare', conformanceFile('02-ratio-higher.year.json'), changed]);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toMatch(/\nA: .* → /);
    const row = run.stdout.split('\n').find((one) => one.startsWith(`  ${String(figure?.line)}: `));
    expect(row).toContain('(số liệu đổi)');
  });
});

describe('asking for help', () => {
  test('the list of commands', async () => {
    const run = await giaouoc(['help']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    for (const name of ['score', 'explain', 'check', 'compare', 'verify']) expect(run.stdout).toContain(`  ${name} `);
  });
  test('no command, an unknown one, too few words, an unknown option', async () => {
    expect((await giaouoc([])).code).toBe(2);
    for (const args of [
      ['toString'],
      ['score'],
      ['score', 'a', 'b'],
      ['score', 'a', '--nhanh'],
      ['score', 'a', '--faults', 'xml'],
    ]) {
      const run = await giaouoc(args);
      expect(run).toMatchObject({ code: 2, stdout: '' });
      expect(run.stderr).toMatch(/\p{L}/u);
    }
  });
});

/** A valid year with so many units, whose results are some hundred bytes each. */
function manyUnits(count: number): string {
  const year = readCase('01-minimal.year.json') as { units: { code: string }[]; figures: { unit: string }[] };
  const [unit, figure] = [year.units[0], year.figures[0]];
  const codes = Array.from({ length: count }, (_, index) => `DV-${String(index)}`);
  return JSON.stringify({
    ...year,
    units: codes.map((code) => ({ ...unit, code })),
    figures: codes.map((code) => ({ ...figure, unit: code })),
  });
}
