/** Crockford's digits: no letter that looks like a number, so that a code can be typed from paper. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 80 bits as `K7QD-2MXF-9TBW-4HRC`; of more bytes the first ten. */
export function groupedDigits(bytes: Buffer): string {
  let bits = bytes.readBigUInt64BE(0) * 65_536n + BigInt(bytes.readUInt16BE(8));
  let text = '';
  for (let i = 0; i < 16; i++) {
    text = digits[Number(bits & 31n)] + text;
    bits >>= 5n;
  }
  return text.replace(/(.{4})(?=.)/g, '$1-');
}
