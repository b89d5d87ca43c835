import type { PledgeState } from '@giaouoc/domain/pledge/pledge-state';

/** A pledge's state, as the end of the page's title. */
export const stateTitle: Record<PledgeState, string> = {
  offered: 'chờ đơn vị ký',
  registered: 'chờ đơn vị ký',
  paper: 'bản giấy chờ xác nhận',
  signed: 'đơn vị đã ký',
  countersigned: 'đã ký đủ',
  declined: 'đơn vị không ký',
};
