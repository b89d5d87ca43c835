import type { UnitWhy } from '@giaouoc/domain/explain/index';
import type { YearFile } from '@giaouoc/domain/year-file/index';
import type { Command } from './command.ts';
import { Refused } from './command.ts';
import { readOptions } from './options.ts';
import { out, plain } from './output.ts';
import { readYear } from './read-year.ts';

const usage = 'NĂM.json ĐƠN-VỊ [TIÊU-CHÍ] [--faults json]';

/** Prints the score sheet of a unit, or of one of its lines, in sentences. */
export const command: Command = {
  usage,
  summary: 'In phiếu điểm của một đơn vị: từng tiêu chí được bao nhiêu điểm và vì sao.',
  details: ['', 'Mã đơn vị hoặc tiêu chí bắt đầu bằng dấu "-" thì viết sau "--".'],
  async run(args) {
    const options = readOptions(args, 2, 3, `explain ${usage}`);
    const [path = '', unit = '', line] = options.words;
    const year = await readYear(path, options.faultsAsJson);
    if (!year) return 2;
    if (!year.units.some((one) => one.code === unit))
      throw new Refused('unit-unknown', `Trong tệp không có đơn vị "${plain(unit)}".${someCodes(year)}`);
    const { startScoring, whyOf } = await import('@giaouoc/domain/scoring/index');
    const why = whyOf(startScoring(year), unit);
    const sheet = line === undefined ? await unitSheet(year, why) : await lineSheet(year, why, line);
    out(`${sheet.map(plain).join('\n')}\n`);
    return 0;
  },
};

function someCodes({ units }: YearFile): string {
  if (units.length === 0) return ' Tệp này không có đơn vị nào.';
  const first = units.slice(0, 5).map((unit) => plain(unit.code));
  return ` Các mã có trong tệp: ${first.join(', ')}${units.length > first.length ? ', …' : ''}.`;
}

async function lineSheet(year: YearFile, why: UnitWhy, code: string): Promise<string[]> {
  const line = why.lines.find((one) => one.line === code);
  if (!line)
    throw new Refused(
      'line-unknown',
      `Đơn vị "${plain(why.unit)}" không có tiêu chí "${plain(code)}" (không có trong kế hoạch hoặc không giao cho đơn vị).`,
    );
  const [{ explain }, { formatPoints, formatNumber }] = await words();
  const facts = groupsInOrder(year).some(({ group, role }) => group.code === line.group && role === 'fact');
  const points = facts ? '' : `: ${formatPoints(line.points)}/${formatNumber(line.max)}`;
  return [`${line.line}. ${line.title}${points}`, explain(line)];
}

const words = () => Promise.all([import('@giaouoc/domain/explain/index'), import('@giaouoc/domain/words/numbers')]);

type Group = YearFile['plan']['groups'][number];

/** Groups as a sheet shows them: depth first, each with the role it inherits. */
function groupsInOrder(year: YearFile): { group: Group; role: Group['role']; depth: number }[] {
  const below = (group: Group, role: Group['role'], depth: number): ReturnType<typeof groupsInOrder> => [
    { group, role, depth },
    ...(group.groups ?? []).flatMap((child) => below(child, role, depth + 1)),
  ];
  return year.plan.groups.flatMap((group) => below(group, group.role, 0));
}

async function unitSheet(year: YearFile, why: UnitWhy): Promise<string[]> {
  const [say, { formatPoints, formatNumber }] = await words();
  const name = year.units.find((one) => one.code === why.unit)?.name ?? '';
  const sheet = [`PHIẾU ĐIỂM: ${name} (${why.unit})`, year.plan.title, ''];
  for (const { group, role, depth } of groupsInOrder(year)) {
    const own = why.groups.find((one) => one.group === group.code);
    if (!own) continue;
    const indent = '  '.repeat(depth);
    // Facts earn nothing: they are there for the conditions, so they are shown without points.
    sheet.push(`${indent}${group.code}. ${group.title}${role === 'fact' ? '' : `: ${formatPoints(own.points)} điểm`}`);
    if (own.limit !== null) sheet.push(`${indent}  ${say.explainGroup(own)}`);
    for (const line of why.lines.filter((one) => one.group === group.code)) {
      const points = role === 'fact' ? '' : `: ${formatPoints(line.points)}/${formatNumber(line.max)}`;
      sheet.push(`${indent}  ${line.line}. ${line.title}${points}`, `${indent}    ${say.explain(line)}`);
    }
  }
  sheet.push('', say.explainTotal(why.total, year.plan), say.explainGrade(why.grade, year.plan));
  sheet.push(...why.quotas.map((quota) => say.explainQuota(quota, year.plan)));
  sheet.push(say.explainRank(why.rank, year.plan));
  return sheet;
}
