import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import type postgres from 'postgres';
import { openClient } from './client.ts';
import { padsOf, signInKeyOf } from './sign-in-key.ts';

/** Held while keys are made, so that two processes starting at once make one. */
const keyLock = 7_210_913_002;

/**
 * What the server does as the owner when it starts, once, before it serves: the key that signs receipts, and the
 * one-time code for /setup while there is no federation.
 *
 * @returns the private key that signs and the one that secrets are derived from, as PEM; the set-up code to print (null once there is
 *   a federation), and the days that demonstration federations live on.
 */
export async function preparePlatform(
  ownerUrl: string,
): Promise<{ privateKey: string; rootKey: string; setupCode: string | null; demoDays: Map<string, string> }> {
  const owner = openClient(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    return await owner.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(${keyLock}), set_config('app.platform', 'on', true)`;
      let [key] = await tx<{ privateKey: string; rootKey: string }[]>`
        select k.private_key as "privateKey",
          (select o.private_key from platform.server_key o order by o.created_at, o.id limit 1) as "rootKey"
        from platform.server_key k where k.current`;
      if (!key) {
        const privateKey = await newServerKey(tx);
        key = { privateKey, rootKey: privateKey };
      }
      const { inner, outer } = padsOf(signInKeyOf(key.rootKey));
      await tx`insert into platform.sign_in_key (inner_pad, outer_pad) values (${inner}, ${outer})
        on conflict (id) do update set inner_pad = excluded.inner_pad, outer_pad = excluded.outer_pad`;
      const [federation] = await tx`select 1 from federation limit 1`;
      const demos = await tx<
        { id: string; day: string }[]
      >`select id, demo_day::text as day from federation where demo_day is not null`;
      const demoDays = new Map(demos.map(({ id, day }) => [id, day]));
      if (federation) return { ...key, setupCode: null, demoDays };
      const setupCode = await newSetupCode(tx);
      return { ...key, setupCode, demoDays };
    });
  } finally {
    await owner.end();
  }
}

/** Makes the key that signs from now on. @returns its private half as PEM. */
async function newServerKey(tx: postgres.TransactionSql): Promise<string> {
  const pair = generateKeyPairSync('ed25519');
  const privateKey = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const publicKey = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  await tx`insert into platform.server_key (private_key, public_key) values (${privateKey}, ${publicKey})`;
  return privateKey;
}

/**
 * Another key signs from the next start on; the one before is kept, so that what it signed can be checked. Secrets stay derived from
 * the oldest key.
 */
export async function rotateServerKey(ownerUrl: string): Promise<void> {
  const owner = openClient(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await owner.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(${keyLock})`;
      await tx`update platform.server_key set current = false, retired_at = clock_timestamp() where current`;
      await newServerKey(tx);
    });
  } finally {
    await owner.end();
  }
}

/** A fresh set-up code; those printed earlier and not used stop working. */
async function newSetupCode(tx: postgres.TransactionSql): Promise<string> {
  const code = randomBytes(6)
    .toString('hex')
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1-');
  await tx`delete from platform.setup_code where used_at is null`;
  await tx`insert into platform.setup_code (code_hash) values (${setupCodeHash(code)})`;
  return code;
}

/** Makes one more set-up code, for the next federation on this server. */
export async function issueSetupCode(ownerUrl: string): Promise<string> {
  const owner = openClient(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    return await owner.begin((tx) => newSetupCode(tx));
  } finally {
    await owner.end();
  }
}

/** SHA-256 of the code as people type it: case and dashes do not matter. */
export const setupCodeHash = (code: string): Buffer =>
  createHash('sha256')
    .update(code.toUpperCase().replace(/[^0-9A-F]/g, ''))
    .digest();

/** Marks a federation as a demonstration that lives on one day; only the demonstration's own data is ever marked so. */
export async function markDemo(ownerUrl: string, federationId: string, day: string): Promise<void> {
  const owner = openClient(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await owner.begin(async (tx) => {
      await tx`select set_config('app.platform', 'on', true)`;
      await tx`update federation set demo = true, demo_day = ${day} where id = ${federationId}`;
    });
  } finally {
    await owner.end();
  }
}

/** Whether there is a federation already. */
export async function hasFederation(ownerUrl: string): Promise<boolean> {
  const owner = openClient(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const rows = await owner.begin(async (tx) => {
      await tx`select set_config('app.platform', 'on', true)`;
      return tx`select 1 from federation limit 1`;
    });
    return rows.length > 0;
  } finally {
    await owner.end();
  }
}
