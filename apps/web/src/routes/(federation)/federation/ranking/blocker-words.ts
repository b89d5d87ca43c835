import type { RouterOutputs } from '@giaouoc/api/contract';
import { number } from '@giaouoc/domain/words/numbers';
import { shortName } from '#lib/short-name.ts';

export type Blocker = RouterOutputs['ranking']['blockers']['blockers'][number];

/** What stands in the way in a sentence, what follows if one goes on, and where it is settled. */
type Words = { what: (count: string) => string; then: string; href: string; link: string };

const words: Record<string, Words> = {
  'no-units': {
    what: () => 'Năm này chưa có đơn vị nào',
    then: 'Thêm đơn vị rồi mới xếp hạng được.',
    href: '/federation/units',
    link: 'Mở danh sách đơn vị',
  },
  'not-yet-due': {
    what: (count) => `${count} số liệu chưa đến kỳ báo cáo`,
    then: 'Xếp hạng lúc này sẽ tính các mục đó là 0 điểm cho mọi đơn vị. Đợi đến kỳ, hoặc chỉnh kỳ trong kế hoạch.',
    href: '/federation/plan',
    link: 'Xem kỳ trong kế hoạch',
  },
  waiting: {
    what: (count) => `${count} số liệu chờ thẩm định`,
    then: 'Đơn vị đã gửi và đang đợi trả lời.',
    href: '/federation/verify',
    link: 'Thẩm định',
  },
  returned: {
    what: (count) => `${count} số liệu đã trả lại, đơn vị chưa gửi lại`,
    then: 'Đơn vị còn quyền trả lời. Nhắc đơn vị, hoặc lấy lại quyết định.',
    href: '/federation/verify?show=all',
    link: 'Xem mục đã trả lại',
  },
  'left-out': {
    what: (count) => `${count} số liệu đã thẩm định không còn khớp kế hoạch hiện hành`,
    then: 'Kế hoạch đã đổi sau khi thẩm định; cần xem lại các mục này.',
    href: '/federation/verify?show=all',
    link: 'Xem mục đã thẩm định',
  },
  'not-entered': {
    what: (count) => `${count} mục công đoàn cấp trên chưa nhập`,
    then: 'Các mục này do công đoàn cấp trên nhập; bỏ trống sẽ làm đơn vị mất điểm oan.',
    href: '/federation/enter',
    link: 'Nhập các mục này',
  },
  missing: {
    what: (count) => `${count} số liệu đơn vị không gửi`,
    then: 'Tiếp tục thì các mục này được 0 điểm.',
    href: '/federation',
    link: 'Xem đơn vị nào',
  },
  'before-joining': {
    what: (count) => `${count} mục đến hạn trước khi đơn vị tham gia`,
    then: 'Đơn vị không phải báo cáo, nhưng theo kế hoạch các mục này đang tính 0 điểm. Không giao các mục đó ở trang của đơn vị, hoặc công bố bản kế hoạch nói rõ.',
    href: '/federation/units',
    link: 'Mở danh sách đơn vị',
  },
  'no-target': {
    what: (count) => `${count} mục đơn vị chưa đăng ký chỉ tiêu của mình`,
    then: 'Tiếp tục thì các mục này được 0 điểm.',
    href: '/federation/pledges',
    link: 'Mở bảng ký',
  },
  unsigned: {
    what: (count) => `${count} đơn vị chưa ký giao ước`,
    then: 'Đơn vị chưa ký vẫn được chấm theo kế hoạch hiện hành.',
    href: '/federation/pledges?show=unsigned',
    link: 'Mở bảng ký',
  },
  undecided: {
    what: (count) => `${count} đơn vị bằng nhau ở giới hạn xếp loại`,
    then: 'Tiếp tục thì tất cả giữ loại cao, chờ hội đồng quyết định.',
    href: '',
    link: '',
  },
};

export function blockerWords(blocker: Blocker): { what: string; then: string; href: string; link: string } {
  const found = words[blocker.kind];
  if (!found) return { what: blocker.kind, then: '', href: '', link: '' };
  return { ...found, what: found.what(number(blocker.count)) };
}

/** Whom and what it concerns, not endless. */
export function concerned(blocker: Blocker): string {
  const said = (names: string[]) =>
    names.length > 6 ? `${names.slice(0, 6).join(', ')} và ${number(names.length - 6)} nữa` : names.join(', ');
  return [
    blocker.units.length > 0 && said(blocker.units.map((unit) => shortName(unit.name))),
    blocker.lines.length > 0 && `mục ${said(blocker.lines)}`,
  ]
    .filter(Boolean)
    .join('; ');
}
