import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { Refused } from './command.ts';
import { plain } from './output.ts';

/** More than any year file should have, and less than the longest text the JavaScript engine can hold (2^29 − 24). */
const largest = 400 * 1024 * 1024;

/** Brackets within brackets. A plan with groups and conditions nested as people nest them stays below 30. */
const deepest = 200;

const sentences: Readonly<Record<string, string>> = {
  ENOENT: 'không tìm thấy tệp. Kiểm tra lại tên tệp và thư mục',
  EACCES: 'không có quyền đọc tệp',
  EPERM: 'không có quyền đọc tệp',
  EISDIR: 'đây là thư mục, không phải tệp',
  ENOTDIR: 'đường dẫn không đúng: một phần của đường dẫn không phải là thư mục',
  ENAMETOOLONG: 'tên tệp quá dài',
};

/** How a file is called in sentences. */
export const nameOf = (path: string): string => (path === '-' ? 'đầu vào chuẩn' : plain(path));

/**
 * The text of a JSON file, or of standard input for `-`, looked over before it is parsed: not too large, UTF-8, and not
 * nested so deeply that parsing it would exhaust memory. Throws `Refused` with a sentence that names the file.
 */
export function readText(path: string): string {
  const bytes = readBytes(path);
  if (bytes.length === 0) throw new Refused('file-empty', `${nameOf(path)}: tệp trống, không có gì để đọc.`);
  if (!isUtf8(bytes))
    throw new Refused(
      'file-not-utf8',
      `${nameOf(path)}: tệp không phải văn bản UTF-8. Hãy lưu lại tệp với bảng mã UTF-8 rồi thử lại.`,
    );
  if (nestedDeeperThan(bytes, deepest))
    throw new Refused(
      'file-too-deep',
      `${nameOf(path)}: các dấu ngoặc lồng nhau quá ${String(deepest)} lớp; đây không phải là một tệp của Giao Ước.`,
    );
  const text = bytes.toString('utf8');
  // Some programs put a byte order mark in front; JSON does not know it.
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function readBytes(path: string): Buffer {
  try {
    const descriptor = path === '-' ? 0 : openSync(path, 'r');
    try {
      if (fstatSync(descriptor).isDirectory()) throw new Refused('file-unreadable', unreadable(path, 'EISDIR'));
      return readAll(path, descriptor);
    } finally {
      if (path !== '-') closeSync(descriptor);
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused('file-unreadable', unreadable(path, (error as NodeJS.ErrnoException).code ?? ''));
  }
}

/** Why a file cannot be read, as a sentence. */
export const unreadable = (path: string, code: string): string =>
  `${nameOf(path)}: ${sentences[code] ?? `không đọc được tệp (mã hệ thống ${code})`}.`;

/** Reads to the end without trusting the size the system tells: pipes and devices have none. */
function readAll(path: string, descriptor: number): Buffer {
  const chunks: Buffer[] = [];
  let size = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(4 * 1024 * 1024);
    const count = readOnce(descriptor, chunk);
    if (count === 0) return Buffer.concat(chunks, size);
    chunks.push(chunk.subarray(0, count));
    size += count;
    if (size > largest)
      throw new Refused(
        'file-too-large',
        `${nameOf(path)}: tệp lớn hơn ${String(largest / 1024 / 1024)} MB nên không chấm được. Hãy chia theo từng liên đoàn, mỗi liên đoàn một tệp.`,
      );
  }
}

const pause = new Int32Array(new SharedArrayBuffer(4));

function readOnce(descriptor: number, into: Buffer): number {
  for (;;) {
    try {
      return readSync(descriptor, into, 0, into.length, null);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(pause, 0, 0, 5);
    }
  }
}

/** Counts brackets outside of strings. Bytes are enough: none of these characters is part of a longer one in UTF-8. */
export function nestedDeeperThan(bytes: Uint8Array, limit: number): boolean {
  const [quote, backslash] = [0x22, 0x5c];
  let depth = 0;
  let inString = false;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index];
    if (inString) {
      if (byte === backslash) index += 1;
      else if (byte === quote) inString = false;
    } else if (byte === quote) inString = true;
    else if (byte === 0x5b || byte === 0x7b) {
      depth += 1;
      if (depth > limit) return true;
    } else if (byte === 0x5d || byte === 0x7d) depth -= 1;
  }
  return false;
}
