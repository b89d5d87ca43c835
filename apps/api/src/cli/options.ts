import { parseArgs } from 'node:util';
import { Refused } from './command.ts';
import { plain } from './output.ts';

export interface Options {
  readonly words: readonly string[];
  /** `--faults json`: faults as a JSON array on standard output, for programs. */
  readonly faultsAsJson: boolean;
  /** `--key FILE` of a restore. */
  readonly key: string | undefined;
  /** `--unsealed` of a restore. */
  readonly unsealed: boolean;
}

/**
 * Reads the words and options after a command's name. Throws `Refused` for an unknown option or when the number of
 * words is not right; `--` ends the options, for codes that begin with a hyphen.
 */
export function readOptions(args: readonly string[], least: number, most: number, usage: string): Options {
  const parsed = parse(args, usage);
  const { faults, key, unsealed = false } = parsed.values;
  if (faults !== undefined && faults !== 'json')
    throw new Refused('usage', `--faults chỉ nhận "json", không nhận "${plain(faults)}".`);
  if (parsed.positionals.length < least || parsed.positionals.length > most)
    throw new Refused('usage', `Lệnh này cần: giaouoc ${usage}`);
  return { words: parsed.positionals, faultsAsJson: faults === 'json', key, unsealed };
}

function parse(args: readonly string[], usage: string) {
  try {
    return parseArgs({
      args: [...args],
      options: { faults: { type: 'string' }, key: { type: 'string' }, unsealed: { type: 'boolean' } },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    const found = /'([^']*)'/.exec((error as Error).message)?.[1] ?? '';
    throw new Refused('usage', `Không hiểu tùy chọn "${plain(found)}". Cách dùng: giaouoc ${usage}`);
  }
}
