import type { Day } from '@giaouoc/domain/period/local-time';
import { placeAndDate } from '@giaouoc/domain/words/times';
import type { SigningLines } from '@giaouoc/domain/pledge/signing-lines';
import type { Letterhead, SignatureBlock } from '../official.ts';

/** Words that stand on every paper. Dates are those of Việt Nam. */

/** What a federation prints at the head of its papers. */
export type PaperHead = {
  readonly superior: string;
  readonly name: string;
  readonly place: string;
  /** Demonstration data says so wherever it is printed. */
  readonly demo: boolean;
};

/**
 * The head of a paper. `day` is the day of what the paper shows, never of printing it: a frozen thing carries its own date.
 * `null` leaves the date open for whoever signs in ink. Without a number the line is left out.
 */
export function letterheadOf(head: PaperHead, day: Day | null, number: string | null = null): Letterhead {
  return {
    superior: head.superior,
    issuer: head.name,
    number,
    placeAndDate: placeAndDate(head.place, day),
    ...(head.demo ? { mark: 'Dữ liệu mẫu để dùng thử, không phải văn bản thật' } : {}),
  };
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

/** The place of one signature, with what is known of it; `null` leaves room for ink. */
export function signatureBlock(lines: SigningLines, signed: string[] | null): SignatureBlock {
  return { body: lines.body, capacity: lines.capacity.join('\n'), name: lines.name, signed };
}
