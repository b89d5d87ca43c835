/** Why the embedded database could not be used; the message is written for the person at the console. */
export class EmbeddedError extends Error {
  override readonly name = 'EmbeddedError';
}
