import { actionsOf } from '@giaouoc/domain/access/permissions';
import { federationRoles, roles } from '@giaouoc/domain/access/roles';
import { describe, expect, it } from 'vitest';
import type { Viewer } from '#lib/viewer.ts';
import { menuFor } from './menu.ts';

const viewerWith = (permissions: Viewer['permissions']): Viewer => ({
  accountId: '',
  userName: '',
  demo: false,
  now: '2027-01-08T03:42:00Z',
  membership: null,
  permissions,
});

describe('A3: the rail comes from the list of permissions', () => {
  it('offers an officer every page of a federation', () => {
    expect(menuFor(viewerWith(actionsOf('officer'))).map(({ label }) => label)).toEqual([
      'Tổng quan',
      'Kế hoạch',
      'Đơn vị',
      'Ký kết',
      'Thẩm định',
      'Xếp hạng',
      'Văn bản',
      'Nhật ký',
      'Cài đặt',
    ]);
  });

  it.each(['verifier', 'reader'] as const)('offers a %s all but the settings', (role) => {
    expect(menuFor(viewerWith(actionsOf(role)))).toEqual(menuFor(viewerWith(actionsOf('officer'))).slice(0, -1));
  });

  const others = roles.filter((role) => !(federationRoles as readonly string[]).includes(role));
  it.each(others)('offers %s nothing', (role) => {
    expect(menuFor(viewerWith(actionsOf(role)))).toEqual([]);
  });

  it('offers nobody nothing', () => {
    expect(menuFor(null)).toEqual([]);
  });
});
