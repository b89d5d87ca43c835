/** Long edge of a sent photo: a photographed sheet of A4 stays readable. */
const longEdge = 2200;
const quality = 0.82;
/** As much as the server takes. */
export const largestFile = 10 * 1024 * 1024;

/** What became of a chosen file on this device. */
export type Prepared =
  | { ok: true; blob: Blob; name: string }
  | { ok: false; code: 'file-heic' | 'file-type-refused' | 'file-broken' | 'file-too-large' };

const heic = /\.(heic|heif)$/i;
const paper = /\.(pdf|docx)$/i;

/** Makes a chosen file ready to send: photos upright, small and without what the camera noted about the place. */
export async function prepareFile(file: File): Promise<Prepared> {
  if (heic.test(file.name) || /^image\/hei[cf]/.test(file.type)) return { ok: false, code: 'file-heic' };
  if (paper.test(file.name) || file.type === 'application/pdf')
    return file.size > largestFile ? { ok: false, code: 'file-too-large' } : { ok: true, blob: file, name: file.name };
  if (!/^image\/(jpeg|png|webp)$/.test(file.type)) return { ok: false, code: 'file-type-refused' };
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
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
