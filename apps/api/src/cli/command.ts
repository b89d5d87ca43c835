/** One command of `giaouoc`: a file of this folder that exports `command`. */
export interface Command {
  /** What comes after the command's name, in the words of the help. */
  readonly usage: string;
  /** One sentence for the list of commands. */
  readonly summary: string;
  /** More for `giaouoc COMMAND --help`; lines as they are printed. */
  readonly details?: readonly string[];
  /**
   * Does the work. Answers the exit code: 0 done, 1 done but the answer is no, 2 refused, 3 a proof does not hold. A
   * refusal may also be thrown as `Refused`; anything else that is thrown counts as a defect of the program, 4.
   */
  readonly run: (args: readonly string[]) => number | Promise<number>;
}

/** Why a command cannot do what it was asked to: a sentence for the person, exit code 2. */
export class Refused extends Error {
  readonly code: string;

  constructor(code: string, sentence: string) {
    super(sentence);
    this.code = code;
  }
}
