export { migrate } from './migrate.ts';
export {
  inReport,
  inScope,
  inScopeOfSnapshot,
  mintScope,
  openDatabase,
  type Database,
  type Scope,
  type Scoped,
} from './scope.ts';
export * as schema from './schema/index.ts';
