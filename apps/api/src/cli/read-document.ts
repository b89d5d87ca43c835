import { Refused } from './command.ts';
import { out, plain, say } from './output.ts';
import { nameOf, readText } from './read-text.ts';

interface ShownFault {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

type Parsed<T> = { ok: true; value: T } | { ok: false; faults: readonly ShownFault[] };

/**
 * Reads and checks a JSON file. When it is not valid every fault is told (on standard error, or as JSON on standard
 * output) and the answer is null: the command ends with exit code 2. `undone` says what therefore was not done.
 */
export async function readDocument<T>(
  path: string,
  faultsAsJson: boolean,
  { parse, undone }: { parse: (text: string) => Parsed<T> | Promise<Parsed<T>>; undone: string },
): Promise<T | null> {
  let text: string;
  try {
    text = readText(path);
  } catch (error) {
    // A program that asked for JSON gets JSON for a file that cannot be read, too.
    if (error instanceof Refused && faultsAsJson)
      printFaults([{ pointer: '', code: error.code, message: error.message }]);
    throw error;
  }
  const parsed = await parse(text);
  if (parsed.ok) return parsed.value;
  if (faultsAsJson) printFaults(parsed.faults);
  tellFaults(path, parsed.faults, undone);
  return null;
}

function tellFaults(path: string, faults: readonly ShownFault[], undone: string): void {
  say(`${nameOf(path)}: có ${String(faults.length)} lỗi, ${undone}.`);
  for (const fault of faults) {
    const place = fault.pointer === '' ? '(toàn bộ tệp)' : plain(fault.pointer);
    say(`  ${place}: ${plain(fault.message)}`);
  }
}

/** Faults as a JSON array: one a line, so that millions of them never become one text. */
export function printFaults(faults: readonly ShownFault[]): void {
  out('[');
  for (const [index, fault] of faults.entries()) out(`${index === 0 ? '\n' : ',\n'}${JSON.stringify(fault)}`);
  out(faults.length === 0 ? ']\n' : '\n]\n');
}
