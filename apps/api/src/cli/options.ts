import { parseArgs } from 'node:util';
import { Refused } from './command.ts';
import { plain } from './output.ts';

export interface Options {
  readonly words: readonly string[];
  /** `--faults json`: faults as a JSON array on standard output, for programs. */
  readonly faultsAsJson: boolean;
  /** `--key FILE`: the seal's of a restore, the server's public one of a proof. */
  readonly key: string | undefined;
  /** `--unsealed` of a restore. */
  readonly unsealed: boolean;
  /** `--from FOLDER`, `--head HEX`, `--federation CODE` and `--json` of the audit chain. */
  readonly from: string | undefined;
  readonly head: string | undefined;
  readonly federation: string | undefined;
  readonly json: boolean;
}

/**
 * Reads the words and options after a command's name. Throws `Refused` for an unknown option or when the number of
 * words is not right; `--` ends the options, for codes that begin with a hyphen.
 */
export function readOptions(args: readonly string[], least: number, most: number, usage: string): Options {
  const parsed = parse(args, usage);
  const { faults, key, unsealed = false, from, head, federation, json = false } = parsed.values;
  if (faults !== undefined && faults !== 'json')
    throw new Refused('usage', `--faults chỉ nhận "json", không nhận "${plain(faults)}".`);
  if (parsed.positionals.length < least || parsed.positionals.length > most)
    throw new Refused('usage', `Lệnh này cần: giaouoc ${usage}`);
  return { words: parsed.positionals, faultsAsJson: faults === 'json', key, unsealed, from, head, federation, json };
}

function parse(args: readonly string[], usage: string) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        faults: { type: 'string' },
        key: { type: 'string' },
        unsealed: { type: 'boolean' },
        from: { type: 'string' },
        head: { type: 'string' },
        federation: { type: 'string' },
        json: { type: 'boolean' },
      },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    const found = /'([^']*)'/.exec((error as Error).message)?.[1] ?? '';
    throw new Refused('usage', `Không hiểu tùy chọn "${plain(found)}". Cách dùng: giaouoc ${usage}`);
  }
}
