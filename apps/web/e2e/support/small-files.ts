import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A photo, as small as a photo can be. */
export const photo = (name: string) => ({ name, mimeType: 'image/png', buffer: Buffer.from(onePixel, 'base64') });

/** A paper that is a PDF and nothing more. */
export const paper = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
});

const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** A photo as Android's file manager hands it over: a number for a name, and no type. */
export const unnamedPhoto = {
  name: 'image:1641',
  mimeType: 'application/octet-stream',
  buffer: readFileSync(path.join(import.meta.dirname, '../../../api/testing/files/photo-without-extension.bin')),
};
