import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { storedLine } from '@giaouoc/domain/text/normalize';
import { ok, refuse, type Result } from '@giaouoc/domain/result';

/**
 * What an account is looked up by: a phone number becomes E.164 (`0912 345 678` → `+84912345678`), anything else is a
 * user name, lower case without spaces around.
 */
export function accountName(typed: string): string {
  const text = storedLine(typed);
  return phoneOf(text) ?? text.toLowerCase();
}

/** A phone number as it is stored (E.164); null for nothing typed. Refuses with `phone-unreadable`. */
export function readPhone(typed: string | null | undefined): Result<string | null, 'phone-unreadable'> {
  const text = storedLine(typed ?? '');
  if (text === '') return ok(null);
  const phone = phoneOf(text);
  return phone === undefined ? refuse('phone-unreadable') : ok(phone);
}

function phoneOf(text: string): string | undefined {
  // Dashes and full-width digits of the keyboards phones bring.
  const plain = text.normalize('NFKC').replace(/[‒–—−]/g, '-');
  if (!/^[+0-9 ().-]{8,}$/.test(plain)) return undefined;
  const phone = parsePhoneNumberFromString(plain, 'VN');
  return phone?.isValid() ? phone.number : undefined;
}
