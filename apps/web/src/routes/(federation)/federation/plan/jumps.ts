import type { PlanDocument } from '@giaouoc/domain/plan/document';
import { groupsOf, linesOf } from '@giaouoc/domain/plan/document';
import type { Selected } from './plan-draft.svelte.ts';

/** Where a fault is put right: a row of the tree, or a section below it. */
export type Jump = { label: string; row: Selected } | { label: string; section: string };

const sections: readonly { path: string; section: string; label: string }[] = [
  { path: '/scoring/scale', section: 'scale', label: 'Đến thang điểm' },
  { path: '/scoring/places', section: 'scale', label: 'Đến thang điểm' },
  { path: '/scoring/title', section: 'scale', label: 'Đến tên kế hoạch' },
  { path: '/scoring/from', section: 'scale', label: 'Đến ngày bắt đầu' },
  { path: '/scoring/to', section: 'scale', label: 'Đến ngày kết thúc' },
  { path: '/scoring/grades', section: 'grades', label: 'Đến xếp loại' },
  { path: '/scoring/ranking', section: 'ranking-order', label: 'Đến xếp hạng' },
  { path: '/scoring/quotas', section: 'quotas', label: 'Đến giới hạn' },
  { path: '/scoring/gates', section: 'conditions', label: 'Đến các điều kiện' },
  { path: '/conduct/periods', section: 'periods', label: 'Đến các kỳ' },
  { path: '/conduct/stages', section: 'stages', label: 'Đến các bước chấm' },
  { path: '/conduct/countsFrom', section: 'stages', label: 'Đến các bước chấm' },
  { path: '/conduct/unverifiedCounts', section: 'stages', label: 'Đến các bước chấm' },
  { path: '/conduct', section: 'signing', label: 'Đến phần ký giao ước' },
];

/** Where a JSON pointer of the check list leads; null where the page has no place for it. */
export function jumpOf(document: PlanDocument, pointer: string): Jump | null {
  const within = (path: string) => `${pointer}/`.startsWith(`${path}/`);
  const line = linesOf(document.scoring).find((placed) => within(`/scoring${placed.pointer}`));
  const conducted = /^\/conduct\/lines\/([^/]+)/.exec(pointer)?.[1]?.replaceAll('~1', '/').replaceAll('~0', '~');
  const code = line?.line.code ?? conducted;
  if (code !== undefined && linesOf(document.scoring).some((placed) => placed.line.code === code))
    return { label: `Đến ${code}`, row: { kind: 'line', code } };
  const group = groupsOf(document.scoring).findLast((placed) => within(`/scoring${placed.pointer}`));
  if (group) return { label: `Đến ${group.group.code}`, row: { kind: 'group', code: group.group.code } };
  const found = sections.find(({ path }) => within(path));
  return found ? { label: found.label, section: found.section } : null;
}
