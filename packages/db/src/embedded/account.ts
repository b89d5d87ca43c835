import { readFileSync, statSync } from 'node:fs';
import { EmbeddedError } from './error.ts';

/** The operating-system account PostgreSQL runs as. */
export interface Account {
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root, so root lends it another account: the one that owns the data already, else a
 * dedicated `giaouoc` where the machine has one, else `nobody`. An ordinary user runs it as himself (null).
 * It must be an account of the machine: PostgreSQL looks its own name up.
 */
export function accountFor(dataFolder: string): Account | null {
  if (process.getuid?.() !== 0) return null;
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  const owner = statSync(dataFolder, { throwIfNoEntry: false })?.uid;
  const chosen =
    accounts.find(({ uid }) => uid !== 0 && uid === owner) ??
    accounts.find(({ name }) => name === 'giaouoc') ??
    accounts.find(({ name }) => name === 'nobody');
  if (chosen === undefined) {
    throw new EmbeddedError(
      'PostgreSQL không chạy được bằng tài khoản root và máy này không có tài khoản "nobody". Hãy chạy lại bằng một tài khoản thường.',
    );
  }
  return { uid: chosen.uid, gid: chosen.gid };
}
