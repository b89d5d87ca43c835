import { createHmac } from 'node:crypto';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The bytes of a base32 text, as an app reads them from the QR code or from typing. */
function base32(text: string): Buffer {
  let bits = '';
  for (const letter of text.replace(/\s/g, '')) bits += alphabet.indexOf(letter).toString(2).padStart(5, '0');
  return Buffer.from(
    Array.from({ length: Math.floor(bits.length / 8) }, (_, i) => parseInt(bits.slice(i * 8, i * 8 + 8), 2)),
  );
}

/** What an authenticator app shows (RFC 4226, RFC 6238), written apart from the library the server uses. */
export function codeOfApp(letters: string, at: Date, steps = 0): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / 30_000) + steps));
  const mac = createHmac('sha1', base32(letters)).update(counter).digest();
  const offset = mac.at(-1)! & 15;
  return String((mac.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
}
