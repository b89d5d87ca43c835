export { EmbeddedError } from './error.ts';
export { runningEmbedded, startEmbedded, type Embedded, type EmbeddedOptions } from './start-embedded.ts';
export { resetDatabase } from './reset-database.ts';
