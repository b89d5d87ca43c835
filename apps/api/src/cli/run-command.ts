import { Refused } from './command.ts';
import { entryOf } from './commands.ts';
import { plain, say } from './output.ts';

/** Runs one command here and now; answers its exit code. A refusal becomes a sentence on standard error. */
export async function runCommand(name: string, args: readonly string[]): Promise<number> {
  const entry = entryOf(name);
  if (!entry) throw new Error(`no command ${name}`);
  const { command } = await entry.load();
  try {
    return await command.run(args);
  } catch (error) {
    return explainFailure(error);
  }
}

/** The highest exit code this program ends with: it has a defect. */
export const DEFECT = 4;

/** Says what went wrong, never with a stack; answers the exit code. */
export function explainFailure(error: unknown): number {
  if (error instanceof Refused) {
    say(error.message);
    return 2;
  }
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  say(`Chương trình gặp lỗi ngoài dự kiến (${plain(text)}). Hãy gửi câu này kèm tệp cho người phụ trách phần mềm.`);
  // Not 3: a defect of ours must never read as a proof that does not hold.
  return DEFECT;
}
