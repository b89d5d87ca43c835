import sharp from 'sharp';
import { openArchive } from '@giaouoc/documents/workbook/open-archive';
import { WorkbookRefusal } from '@giaouoc/documents/workbook/refusal';
import { limitConcurrency } from './limit-concurrency.ts';
import { fileKindOf, mediaTypeOf, type StoredMediaType } from '@giaouoc/domain/evidence/file-kind';
import { refuse, ok, type Result } from '@giaouoc/domain/result';

/** What is stored of an upload. */
export type Converted = { bytes: Uint8Array; mediaType: StoredMediaType; width: number | null; height: number | null };

/** Largest file as received: a phone's photo is 3 to 12 MB. */
export const largestReceived = 20 * 1024 * 1024;
/** Largest file as stored; a photo re-encoded at this size is some 400 kB, a scanned PDF may stay large. */
export const largestStored = 10 * 1024 * 1024;
/** Long edge of a stored picture: a sheet of A4 photographed stays readable. */
const longEdge = 2200;

/**
 * Makes of received bytes what may be kept (A6): the type is what the content says, not what its name says; pictures are
 * re-encoded without metadata (place, device, time); PDFs and DOCX minutes are kept as they are; all else is refused.
 *
 * @returns the stored form, or file-type-refused, file-heic, file-broken, file-too-large.
 */
export async function convertUpload(received: Uint8Array): Promise<Result<Converted>> {
  if (received.byteLength > largestReceived) return refuse('file-too-large', { most: largestReceived / 1024 / 1024 });
  const kind = fileKindOf(received);
  switch (kind) {
    case 'jpeg':
    case 'png':
    case 'webp':
      return picture(received);
    case 'heic':
      return refuse('file-heic');
    case 'pdf':
    case 'docx':
      if (received.byteLength > largestStored) return refuse('file-too-large', { most: largestStored / 1024 / 1024 });
      if (kind === 'docx' && !(await inTurn(() => isSoundDocx(received)))) return refuse('file-broken');
      return ok({ bytes: received, mediaType: mediaTypeOf[kind], width: null, height: null });
    case undefined:
      return refuse('file-type-refused');
  }
}

/**
 * Whether minutes unpack to what they claim, within bounds (A6): we keep them as they are, and whoever opens them later
 * trusts what was kept here. Programs have no business in them.
 */
async function isSoundDocx(received: Uint8Array): Promise<boolean> {
  try {
    const parts = await openArchive(received, () => true);
    return parts.has('word/document.xml') && ![...parts.keys()].some((name) => /vbaProject/i.test(name));
  } catch (error) {
    if (error instanceof WorkbookRefusal) return false;
    throw error;
  }
}

/** However many files are sent, a few are opened at a time. */
const inTurn = limitConcurrency(2);
/** Opened, a picture of the largest size takes some 300 MB, one of a phone a sixth of it: of the large ones, one. */
const largeInTurn = limitConcurrency(1);
const largeFrom = 25_000_000;

async function picture(received: Uint8Array): Promise<Result<Converted>> {
  const { width = 0, height = 0 } = await sharp(received, { limitInputPixels: false })
    .metadata()
    .catch(() => ({}) as { width?: number; height?: number });
  const work = () => inTurn(() => reencode(received));
  return width * height < largeFrom ? work() : largeInTurn(work);
}

async function reencode(received: Uint8Array): Promise<Result<Converted>> {
  try {
    const { data, info } = await sharp(received, { limitInputPixels: 80_000_000, failOn: 'error' })
      // Turns the picture as the camera says before the metadata that says so is dropped.
      .rotate()
      .resize({ width: longEdge, height: longEdge, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 78 })
      .toBuffer({ resolveWithObject: true });
    if (data.byteLength > largestStored) return refuse('file-too-large', { most: largestStored / 1024 / 1024 });
    return ok({ bytes: data, mediaType: mediaTypeOf.webp, width: info.width, height: info.height });
  } catch {
    return refuse('file-broken');
  }
}
