import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { WorkbookRefusal } from './refusal.ts';

/** What one uploaded workbook may unpack to. */
export const archiveLimits = { parts: 200, bytes: 50 * 1024 * 1024, ratio: 100 };
/** Below this a high ratio is harmless: an empty sheet of styles packs very well. */
const RATIO_FROM = 1024 * 1024;

/**
 * Unpacks the wanted parts of an archive that nobody has vouched for.
 * The central directory is judged first, before a single part is unpacked; then each part is unpacked with its declared
 * size enforced, so that a directory that lies is found out as well.
 *
 * @param wanted which parts to unpack, by name
 * @throws WorkbookRefusal
 */
export async function openArchive(bytes: Uint8Array, wanted: (name: string) => boolean): Promise<Map<string, Buffer>> {
  const archive = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    lazyEntries: true,
    // Names are judged here, with an own code, not by the library.
    decodeStrings: false,
    validateEntrySizes: true,
  }).catch((cause: unknown) => {
    throw new WorkbookRefusal('workbook-broken', cause);
  });
  try {
    const entries = await judgeDirectory(archive);
    const parts = new Map<string, Buffer>();
    for (const [name, entry] of entries) {
      if (wanted(name)) parts.set(name, await unpack(archive, entry));
    }
    return parts;
  } finally {
    archive.close();
  }
}

async function judgeDirectory(archive: ZipFile): Promise<Map<string, Entry>> {
  if (archive.entryCount > archiveLimits.parts) throw new WorkbookRefusal('workbook-too-many-parts');
  const entries = new Map<string, Entry>();
  const seen = new Set<string>();
  let packed = 0;
  let unpacked = 0;
  try {
    for await (const entry of archive.eachEntry()) {
      // Some programs of Windows write backslashes.
      const name = entry.fileNameRaw.toString('utf8').replaceAll('\\', '/');
      if (/^\/|^[a-z]:|(^|\/)\.\.(\/|$)|\0/i.test(name)) throw new WorkbookRefusal('workbook-unsafe-name');
      packed += entry.compressedSize;
      unpacked += entry.uncompressedSize;
      if (entries.size >= archiveLimits.parts) throw new WorkbookRefusal('workbook-too-many-parts');
      if (unpacked > archiveLimits.bytes) throw new WorkbookRefusal('workbook-too-large');
      if (entry.isEncrypted()) throw new WorkbookRefusal('workbook-encrypted');
      // Names of parts do not differ by case (ECMA-376 part 2, 6.2.2.3); two readers could take two parts for one.
      if (seen.has(name.toLowerCase())) throw new WorkbookRefusal('workbook-broken');
      seen.add(name.toLowerCase());
      entries.set(name, entry);
    }
  } catch (cause) {
    throw cause instanceof WorkbookRefusal ? cause : new WorkbookRefusal('workbook-broken', cause);
  }
  if (unpacked > RATIO_FROM && unpacked > packed * archiveLimits.ratio)
    throw new WorkbookRefusal('workbook-too-compressed');
  return entries;
}

async function unpack(archive: ZipFile, entry: Entry): Promise<Buffer> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  } catch (cause) {
    throw new WorkbookRefusal('workbook-broken', cause);
  }
}
