import { writeSync } from 'node:fs';

const pause = new Int32Array(new SharedArrayBuffer(4));

/** True once nobody reads any more (`giaouoc score … | head -1`): what is left to say is dropped, without an error. */
let closed = false;

/**
 * Writes all of a text to a file descriptor before it returns. The streams of `process` would still hold megabytes when
 * the process ends; writing at once also keeps memory flat while large results are printed piece by piece.
 */
function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  let done = 0;
  while (done < bytes.length && !(closed && descriptor === 1)) {
    try {
      done += writeSync(descriptor, bytes, done);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      // A pipe that is full and was made non-blocking by whoever shares it: wait a moment and go on.
      if (code === 'EAGAIN') Atomics.wait(pause, 0, 0, 5);
      else if (descriptor === 1 && (code === 'EPIPE' || code === 'EOF')) closed = true;
      else if (descriptor === 1) throw error;
      else return;
    }
  }
}

/** Writes to standard output. */
export const out = (text: string): void => writeAll(1, text);

let saying = 2;

/** Lets sentences go through another descriptor than standard error. */
export const sayOn = (descriptor: number): void => {
  saying = descriptor;
};

/** Writes a line to standard error, where everything goes that is not the answer. */
export const say = (line: string): void => writeAll(saying, `${line}\n`);

/** Whether the reader of standard output has gone, so that long work can stop. */
export const nobodyReads = (): boolean => closed;

/** Text from a file made harmless for a terminal: control characters are shown, not obeyed. */
export const plain = (text: string): string =>
  text.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, (character) =>
    character === '\t' ? ' ' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
