import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Passwords of the three database roles of the embedded server. */
export interface Secrets {
  admin: string;
  owner: string;
  app: string;
}

/** Reads the passwords kept beside the data, or makes new ones; the file is readable by its owner alone. */
export function secretsIn(folder: string): Secrets {
  const file = path.join(folder, 'passwords.json');
  if (!existsSync(file)) {
    const password = () => randomBytes(24).toString('base64url');
    const fresh: Secrets = { admin: password(), owner: password(), app: password() };
    const incoming = `${file}.${process.pid}`;
    writeFileSync(incoming, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600 });
    renameSync(incoming, file);
  }
  chmodSync(file, 0o600);
  return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
}
