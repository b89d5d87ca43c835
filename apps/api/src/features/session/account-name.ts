import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * What an account is looked up by: a phone number becomes E.164 (`0912 345 678` → `+84912345678`), anything else is a
 * user name, lower case without spaces around.
 */
export function accountName(typed: string): string {
  const text = typed.normalize('NFC').trim();
  if (/^[+0-9 ().-]{8,}$/.test(text)) {
    const phone = parsePhoneNumberFromString(text, 'VN');
    if (phone?.isValid()) return phone.number;
  }
  return text.toLowerCase();
}
