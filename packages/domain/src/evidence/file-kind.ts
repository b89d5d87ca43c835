/** What a file can be as evidence; `heic` is told apart only to say what to do about it. */
export const fileKinds = ['jpeg', 'png', 'webp', 'heic', 'pdf', 'docx'] as const;
export type FileKind = (typeof fileKinds)[number];

/** The media type each kind is sent and stored under. */
export const mediaTypeOf = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  heic: 'image/heic',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const satisfies Readonly<Record<FileKind, string>>;

/** What is stored of an upload: pictures as WebP, PDF and DOCX as they came. */
export const storedMediaTypes = [mediaTypeOf.webp, mediaTypeOf.pdf, mediaTypeOf.docx] as const;
export type StoredMediaType = (typeof storedMediaTypes)[number];

/** Readers take a PDF whose mark stands among the first thousand bytes. */
const pdfMark = 1024;
const heicBrands = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'hevm', 'hevs', 'mif1', 'msf1']);

/**
 * What a file is, by its content alone: Android hands photos over as `image:1641` with `application/octet-stream`, and a
 * name or type says whatever somebody wrote. The one judge for pages with scripts, forms without, and the API. A DOCX is
 * known by the part every one has; whether it is sound is for whoever opens it.
 *
 * @returns undefined for anything else: refused.
 */
export function fileKindOf(bytes: Uint8Array): FileKind | undefined {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP') return 'webp';
  if (textAt(bytes, 4, 4) === 'ftyp' && heicBrands.has(textAt(bytes, 8, 4))) return 'heic';
  if (indexOf(bytes.subarray(0, pdfMark), '%PDF-') >= 0) return 'pdf';
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) && indexOf(bytes, 'word/document.xml') >= 0) return 'docx';
  return undefined;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

function textAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

function indexOf(bytes: Uint8Array, text: string): number {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (textAt(bytes, at, text.length) === text) return at;
  return -1;
}
