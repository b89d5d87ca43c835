import { fileKindOf, mediaTypeOf, type FileKind } from '@giaouoc/domain/evidence/file-kind';

/** Long edge of a sent photo: a photographed sheet of A4 stays readable. */
const longEdge = 2200;
const quality = 0.82;
/** As much as the server takes. */
export const largestFile = 10 * 1024 * 1024;

/** What became of a chosen file on this device. */
export type Prepared =
  | { ok: true; blob: Blob; name: string }
  | { ok: false; code: 'file-heic' | 'file-type-refused' | 'file-broken' | 'file-too-large' };

/** Makes a chosen file ready to send: photos upright, small and without what the camera noted about the place. */
export async function prepareFile(file: File): Promise<Prepared> {
  const kind = await kindOf(file).catch(() => undefined);
  if (kind === undefined) return { ok: false, code: 'file-type-refused' };
  if (kind === 'heic') return { ok: false, code: 'file-heic' };
  if (kind === 'pdf' || kind === 'docx')
    return file.size > largestFile ? { ok: false, code: 'file-too-large' } : { ok: true, blob: file, name: file.name };
  try {
    // By its content, whatever the file manager called it.
    const photo = new Blob([file], { type: mediaTypeOf[kind] });
    const picture = await createImageBitmap(photo, { imageOrientation: 'from-image' });
    const scale = Math.min(1, longEdge / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    const context = canvas.getContext('2d');
    if (!context) return { ok: true, blob: file, name: file.name };
    // A transparent drawing on white, as on paper.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));
    return { ok: true, blob: blob ?? file, name: `${file.name.replace(/\.[^.]*$/, '')}.jpg` };
  } catch {
    return { ok: false, code: 'file-broken' };
  }
}

/** By its beginning, so that a film of a gigabyte is not read; of an archive by all of it, when it is small enough to send. */
async function kindOf(file: File): Promise<FileKind | undefined> {
  const read = async (part: Blob) => fileKindOf(new Uint8Array(await part.arrayBuffer()));
  return (await read(file.slice(0, 1024))) ?? (file.size > largestFile ? undefined : read(file));
}
