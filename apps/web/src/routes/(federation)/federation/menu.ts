import type { Action } from '@giaouoc/domain/access/permissions';
import type { IconName } from '#lib/ui/icon-names.ts';
import { may, type Viewer } from '#lib/viewer.ts';

type Entry = { href: string; label: string; icon: IconName; needs: Action };

/** The rail of a federation, in the order of the year's work. An entry shows only to who may use its page. */
const entries: readonly Entry[] = [
  { href: '/federation', label: 'Tổng quan', icon: 'grid', needs: 'overview.read' },
  { href: '/federation/plan', label: 'Kế hoạch', icon: 'tree', needs: 'plan.read' },
  { href: '/federation/units', label: 'Đơn vị', icon: 'units', needs: 'unit.read' },
  { href: '/federation/pledges', label: 'Ký kết', icon: 'pledge', needs: 'pledge.read' },
  { href: '/federation/verify', label: 'Thẩm định', icon: 'verify', needs: 'assessment.read' },
  { href: '/federation/ranking', label: 'Xếp hạng', icon: 'rank', needs: 'ranking.read' },
  { href: '/federation/papers', label: 'Văn bản', icon: 'papers', needs: 'ranking.read' },
  { href: '/federation/audit', label: 'Nhật ký', icon: 'log', needs: 'audit.read' },
  { href: '/federation/settings', label: 'Cài đặt', icon: 'gear', needs: 'federation.write' },
];

export function menuFor(viewer: Viewer | null): Entry[] {
  return entries.filter(({ needs }) => may(viewer, needs));
}
