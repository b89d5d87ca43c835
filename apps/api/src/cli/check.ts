import type { Command } from './command.ts';
import { readOptions } from './options.ts';
import { out, plain } from './output.ts';
import { readYear } from './read-year.ts';

const usage = 'NĂM.json [--faults json]';

/** Says whether a year file is valid, and what in its plan is probably not meant. */
export const command: Command = {
  usage,
  summary: 'Kiểm tra một tệp năm thi đua: nêu mọi lỗi, và những chỗ của kế hoạch nên xem lại.',
  async run(args) {
    const options = readOptions(args, 1, 1, `check ${usage}`);
    const year = await readYear(options.words[0] ?? '', options.faultsAsJson);
    if (!year) return 2;
    if (options.faultsAsJson) {
      out('[]\n');
      return 0;
    }
    const [{ checkPlan }, { scoreYear }] = await Promise.all([
      import('@giaouoc/domain/year-file/index'),
      import('@giaouoc/domain/scoring/index'),
    ]);
    const blocks = [...new Set(year.units.map((unit) => unit.block))];
    const { warnings } = checkPlan(year.plan, blocks);
    const results = scoreYear(year, { digest: false });
    const missing = results.units.flatMap((unit) => unit.lines).filter((line) => line.status === 'missing').length;
    const undecided = results.units.filter((unit) => unit.undecided.length > 0).length;

    out(`Tệp hợp lệ: kế hoạch "${plain(year.plan.title)}" (${plain(year.plan.code)}).\n`);
    out(
      `${String(year.units.length)} đơn vị, ${String(blocks.length)} khối, ${String(year.figures.length)} số liệu.\n`,
    );
    if (missing > 0) out(`${String(missing)} chỗ chưa có số liệu, được tính 0 điểm.\n`);
    if (undecided > 0)
      out(`${String(undecided)} đơn vị đồng hạng ở ranh giới chỉ tiêu xếp loại, còn chờ quyết định.\n`);
    if (warnings.length > 0) out(`Nên xem lại ${String(warnings.length)} chỗ trong kế hoạch:\n`);
    for (const warning of warnings) out(`  /plan${plain(warning.pointer)}: ${plain(warning.message)}\n`);
    return 0;
  },
};
