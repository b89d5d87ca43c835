import type { IconName } from '#lib/ui/icon-names.ts';
import { mayOpen } from '#lib/page-needs.ts';
import type { Viewer } from '#lib/viewer.ts';

type Entry = { href: string; label: string; icon: IconName };

/** The rail of a federation, in the order of the year's work. An entry shows only to who may use its page. */
const entries: readonly Entry[] = [
  { href: '/federation', label: 'Tổng quan', icon: 'grid' },
  { href: '/federation/plan', label: 'Kế hoạch', icon: 'tree' },
  { href: '/federation/units', label: 'Đơn vị', icon: 'units' },
  { href: '/federation/pledges', label: 'Ký kết', icon: 'pledge' },
  { href: '/federation/verify', label: 'Thẩm định', icon: 'verify' },
  { href: '/federation/ranking', label: 'Xếp hạng', icon: 'rank' },
  { href: '/federation/papers', label: 'Văn bản', icon: 'papers' },
  { href: '/federation/audit', label: 'Nhật ký', icon: 'log' },
  { href: '/federation/settings', label: 'Cài đặt', icon: 'gear' },
];

export function menuFor(viewer: Viewer | null): Entry[] {
  return viewer === null ? [] : entries.filter(({ href }) => mayOpen(viewer, href));
}
