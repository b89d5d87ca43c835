import type { WorkbookRefusalCode } from './refusal.ts';

const compoundFile = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/**
 * What an upload is by its first bytes, whatever its name says: `zip` may be a workbook, `xls` one of Excel 97 to 2003;
 * everything else has a code.
 */
export function sniff(bytes: Uint8Array): 'zip' | 'xls' | WorkbookRefusalCode {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length === 0) return 'workbook-empty';
  if (file.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) return 'zip';
  if (file.subarray(0, 8).equals(compoundFile)) {
    // Excel wraps an encrypted .xlsx into the container of the old format; the streams tell them apart (MS-OFFCRYPTO 2.3).
    if (file.includes(Buffer.from('EncryptedPackage', 'utf16le'))) return 'workbook-encrypted';
    // The stream of Excel 97 and later is named otherwise than that of Excel 5 and 95, whose letters are not Unicode.
    if (file.includes(Buffer.from('Workbook', 'utf16le'))) return 'xls';
    return file.includes(Buffer.from('Book', 'utf16le')) ? 'workbook-old-xls' : 'workbook-other';
  }
  if (file.subarray(0, 5).toString('latin1') === '%PDF-') return 'workbook-other';
  return looksLikeText(file.subarray(0, 4096)) ? 'workbook-is-text' : 'workbook-other';
}

function looksLikeText(start: Buffer): boolean {
  const utf16 = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  if (utf16) return true;
  // Control characters other than tab and line ends never stand in a text file.
  return !start.some((byte) => byte < 9 || (byte > 13 && byte < 32));
}
