#!/usr/bin/env node
/**
 * The `giaouoc` command. Answers go to standard output, everything else to standard error. Exit codes: 0 done, 1 done
 * but the answer is no (`verify` found a difference), 2 refused with a sentence, 3 a proof
 * that does not hold, 4 a defect of this program.
 */
import { entryOf } from './commands.ts';
import { commandHelp, generalHelp } from './help.ts';
import { out, plain, say } from './output.ts';
import { explainFailure, runCommand } from './run-command.ts';
import { needsMuchMemory, runInChildProcess } from './run-in-child-process.ts';

const asksForHelp = (word: string): boolean => word === '--help' || word === '-h';

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || asksForHelp(name)) {
    const about = name === 'help' ? args[0] : undefined;
    out(about !== undefined && entryOf(about) ? await commandHelp(about) : await generalHelp());
    return name === undefined ? 2 : 0;
  }
  const entry = entryOf(name);
  if (!entry) {
    say(`Không có lệnh "${plain(name)}". Chạy "giaouoc help" để xem các lệnh.`);
    return 2;
  }
  const options = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  if (options.some(asksForHelp)) {
    out(await commandHelp(name));
    return 0;
  }
  return entry.readsDocuments && needsMuchMemory(args) ? runInChildProcess(name, args) : runCommand(name, args);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = explainFailure(error);
}
