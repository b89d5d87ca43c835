import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { ok, refuse, type Result } from '@giaouoc/domain/result';

/**
 * What an account is looked up by: a phone number becomes E.164 (`0912 345 678` → `+84912345678`), anything else is a
 * user name, lower case without spaces around.
 */
export function accountName(typed: string): string {
  const text = typed.normalize('NFC').trim();
  return phoneOf(text) ?? text.toLowerCase();
}

/** A phone number as it is stored (E.164); null for nothing typed. Refuses with `phone-unreadable`. */
export function readPhone(typed: string | null | undefined): Result<string | null, 'phone-unreadable'> {
  const text = typed?.normalize('NFC').trim() ?? '';
  if (text === '') return ok(null);
  const phone = phoneOf(text);
  return phone === undefined ? refuse('phone-unreadable') : ok(phone);
}

function phoneOf(text: string): string | undefined {
  if (!/^[+0-9 ().-]{8,}$/.test(text)) return undefined;
  const phone = parsePhoneNumberFromString(text, 'VN');
  return phone?.isValid() ? phone.number : undefined;
}
