/** The process that `run-in-child-process.ts` starts for large files. */
import { sayOn } from './output.ts';
import { runCommand } from './run-command.ts';

sayOn(3);
const [name = '', ...args] = process.argv.slice(2);
process.exitCode = await runCommand(name, args);
