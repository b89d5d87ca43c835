import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import type { z } from 'zod';
import { Refused } from './command.ts';
import { nameOf, nestedDeeperThan, unreadable } from './read-text.ts';
import { schemaFaults, type ShownFault } from './schema-faults.ts';

/** More than any event or seal has. */
const longest = 64 * 1024 * 1024;
const deepest = 200;
const newline = 0x0a;

/** The lines of a file, which end at U+000A only: texts may hold U+2028. @throws Refused where it cannot be read */
async function* linesOf(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      let from = 0;
      for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, from)) {
        yield Buffer.concat([...rest, chunk.subarray(from, end)]);
        [rest, length, from] = [[], 0, end + 1];
      }
      rest.push(chunk.subarray(from));
      length += chunk.length - from;
      if (length > longest) throw new Refused('file-too-large', `${nameOf(path)}: có dòng dài quá mức đọc được.`);
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused('file-unreadable', unreadable(path, (error as NodeJS.ErrnoException).code ?? ''));
  }
  if (length > 0) yield Buffer.concat(rest);
}

/**
 * Reads a file of JSON documents, one in a line, and hands each to `see`.
 *
 * @param name what pointers begin with: `/events` for `/events/12/at`.
 * @returns all faults; a line with one is not handed on.
 */
export async function readLines<T>(
  path: string,
  { name, schema, see }: { name: string; schema: z.ZodType<T>; see: (value: T) => void },
): Promise<ShownFault[]> {
  const faults: ShownFault[] = [];
  let at = 0;
  for await (const line of linesOf(path)) {
    const base = `${name}/${String(at++)}`;
    const json = documentOf(line);
    if (json === undefined) {
      faults.push({ pointer: base, code: 'not-json', message: `Dòng ${String(at)} không phải là JSON.` });
      continue;
    }
    const parsed = schema.safeParse(json);
    if (parsed.success) see(parsed.data);
    else faults.push(...schemaFaults(parsed.error.issues, json, base));
  }
  return faults;
}

function documentOf(line: Buffer): unknown {
  if (!isUtf8(line) || nestedDeeperThan(line, deepest)) return undefined;
  try {
    return JSON.parse(line.toString('utf8'));
  } catch {
    return undefined;
  }
}
