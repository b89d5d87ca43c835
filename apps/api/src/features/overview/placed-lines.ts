import { groupsOf, linesOf, type PlanDocument } from '@giaouoc/domain/plan/index';

/** The lines of a plan in its order, without those that only count something; each with the topmost group it stands in. */
export function placedLines(document: PlanDocument) {
  const titles = new Map(groupsOf(document.scoring).map(({ group }) => [group.code, group.title]));
  return linesOf(document.scoring)
    .filter(({ role }) => role !== 'fact')
    .map(({ line, groups: [top = ''] }) => ({ line, group: top, groupTitle: titles.get(top) ?? '' }));
}
