export { readDatabase, type Piece } from './read-database.ts';
export { RestoreRefused, writeDatabase } from './write-database.ts';
export { listFederationYears, type FederationYear } from './what-is-stored.ts';
