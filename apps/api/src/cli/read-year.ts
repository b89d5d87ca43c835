import type { YearFile } from '@giaouoc/domain/year-file/index';
import { Refused } from './command.ts';
import { out, plain, say } from './output.ts';
import { nameOf, readText } from './read-text.ts';

interface ShownFault {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

/**
 * Reads and checks a year file. When it is not valid every fault is told (on standard error, or as JSON on standard
 * output) and the answer is null: the command ends with exit code 2.
 */
export async function readYear(path: string, faultsAsJson: boolean): Promise<YearFile | null> {
  let text: string;
  try {
    text = readText(path);
  } catch (error) {
    // A program that asked for JSON gets JSON for a file that cannot be read, too.
    if (error instanceof Refused && faultsAsJson)
      printJson([{ pointer: '', code: error.code, message: error.message }]);
    throw error;
  }
  const { parseYearText } = await import('@giaouoc/domain/year-check/index');
  const parsed = parseYearText(text);
  if (parsed.ok) return parsed.year;
  if (faultsAsJson) printJson(parsed.faults);
  tellFaults(path, parsed.faults);
  return null;
}

function tellFaults(path: string, faults: readonly ShownFault[]): void {
  say(`${nameOf(path)}: có ${String(faults.length)} lỗi, chưa chấm được.`);
  for (const fault of faults) {
    const place = fault.pointer === '' ? '(toàn bộ tệp)' : plain(fault.pointer);
    say(`  ${place}: ${plain(fault.message)}`);
  }
}

/** One fault a line, so that millions of them never become one text. */
function printJson(faults: readonly ShownFault[]): void {
  out('[');
  for (const [index, fault] of faults.entries()) out(`${index === 0 ? '\n' : ',\n'}${JSON.stringify(fault)}`);
  out('\n]\n');
}
