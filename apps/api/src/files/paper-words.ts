import type { FederationRow } from '@giaouoc/db/queries/federation';
import type { Letterhead } from '@giaouoc/documents/official';
import { localMinuteOf } from '@giaouoc/domain/period/index';

/** Words that stand on every paper. Dates are those of Việt Nam. */

/** `09:30, 28/09/2026` */
export function momentWords(iso: string | Date): string {
  const [day = '', time = ''] = localMinuteOf(new Date(iso).getTime()).split('T');
  return `${time}, ${day.split('-').toReversed().join('/')}`;
}

/** The head of a paper of this federation, dated today, with the number left to fill in or left out. */
export function letterheadOf(
  federation: Pick<FederationRow, 'superior' | 'name' | 'place'>,
  now: Date,
  number: string | null = null,
): Letterhead {
  const [year, month, day] = localMinuteOf(now.getTime()).slice(0, 10).split('-').map(Number);
  return {
    superior: federation.superior,
    issuer: federation.name,
    number,
    placeAndDate: `${federation.place}, ngày ${day} tháng ${month} năm ${year}`,
  };
}

/** `1234.5` as people read it in Việt Nam: `1.234,5`. */
export function decimalWords(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}

/** How a signature was given, in words. */
export function strengthWords(strength: string): string {
  switch (strength) {
    case 'passkey':
      return 'Ký bằng khóa của thiết bị';
    case 'code':
      return 'Ký bằng mã xác nhận';
    case 'password':
      return 'Ký bằng mật khẩu';
    case 'paper':
      return 'Ký trên giấy, cán bộ đã xác nhận';
    default:
      return strength;
  }
}

export const pdf = 'application/pdf';
export const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
