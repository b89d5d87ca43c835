import type { PlanDocument } from '@giaouoc/domain/plan/document';
import { rulesOfPlan } from '@giaouoc/domain/plan/in-words/index';
import { uncapital } from '@giaouoc/domain/words/texts';
import type { PledgeConditions } from '../pledge-sheet.ts';

/** What decides the grade of a block's units beside their points, so that whoever signs has read it. */
export function conditionsOf(document: PlanDocument, block: string): PledgeConditions[] {
  const { scale, grades, gates, quotas, ranking } = rulesOfPlan(document, [], block);
  const listed = (title: string, items: string[]) => (items.length > 0 ? [{ title, items }] : []);
  return [
    ...listed('Thang điểm', scale),
    ...listed(
      'Xếp loại',
      grades.map(({ title, words }) => `${title}: ${uncapital(words)}`),
    ),
    ...listed(
      'Điều kiện xếp loại',
      gates.map(({ title, words, basis }) => `${title}. ${words}${basis === null ? '' : ` Căn cứ: ${basis}.`}`),
    ),
    ...listed(
      'Giới hạn số đơn vị',
      quotas.map(({ words }) => words),
    ),
    ...listed('Xếp hạng', [ranking]),
  ];
}
