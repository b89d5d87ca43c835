import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import type { Role } from '@giaouoc/domain/access/index';

/** A federation as tests need one: made by the owner in one go, not through the product. */
export type BuiltFederation = {
  id: string;
  name: string;
  yearId: string;
  /** By unit code. */
  units: Record<string, { id: string; code: string; name: string; block: string }>;
};

export type BuiltPerson = {
  accountId: string;
  membershipId: string;
  userName: string;
  role: Role;
  unitId: string | null;
};

export type Owner = postgres.Sql;
/** A connection of the owning role that sees every federation, for building and for looking from outside. */
export function openOwner(ownerUrl: string): Owner {
  return postgres(ownerUrl, { max: 2, onnotice: () => {}, connection: { 'app.platform': 'on' } as never });
}

/** A federation with one running year 2026-2027, the blocks `th` and `mn`, one cluster, and units. */
export async function buildFederation(
  owner: Owner,
  { code = `f-${randomUUID().slice(0, 8)}`, units = ['A', 'B', 'C'] }: { code?: string; units?: string[] } = {},
): Promise<BuiltFederation> {
  const name = `Công đoàn phường ${code}`;
  return owner.begin(async (tx) => {
    const [federation] = await tx<{ id: string }[]>`
      insert into federation (code, kind, name, superior, symbol, place, signs_for, signs_as)
      values (${code}, 'ward', ${name}, 'LIÊN ĐOÀN LAO ĐỘNG THÀNH PHỐ', 'CĐP', 'Vân Hải', 'TM. BAN CHẤP HÀNH', 'CHỦ TỊCH') returning id`;
    const federationId = federation!.id;
    const [year] = await tx<{ id: string }[]>`
      insert into year (federation_id, code, title, from_date, to_date)
      values (${federationId}, '2026-2027', 'Năm học 2026–2027', '2026-09-01', '2027-08-31') returning id`;
    const yearId = year!.id;
    await tx`insert into block (federation_id, year_id, code, name, position) values
      (${federationId}, ${yearId}, 'th', 'Khối Tiểu học', 1), (${federationId}, ${yearId}, 'mn', 'Khối Mầm non', 2)`;
    await tx`insert into cluster (federation_id, year_id, code, name, position) values (${federationId}, ${yearId}, 'cum-1', 'Cụm 1', 1)`;
    const built: BuiltFederation['units'] = {};
    for (const [index, unitCode] of units.entries()) {
      const block = index < Math.max(2, Math.ceil(units.length * 0.7)) ? 'th' : 'mn';
      const unitName = `CĐCS Trường ${block === 'th' ? 'Tiểu học' : 'Mầm non'} ${unitCode}`;
      const [unit] = await tx<{ id: string }[]>`
        insert into unit (federation_id, code, name, kind) values (${federationId}, ${unitCode}, ${unitName}, 'school') returning id`;
      await tx`insert into year_unit (federation_id, year_id, unit_id, block_code, cluster_code, active_since)
        values (${federationId}, ${yearId}, ${unit!.id}, ${block}, 'cum-1', '2020-09-01')`;
      built[unitCode] = { id: unit!.id, code: unitCode, name: unitName, block };
    }
    return { id: federationId, name, yearId, units: built };
  });
}

/** A person with an account and one membership; the password and code hashes may be given. */
export async function buildPerson(
  owner: Owner,
  federationId: string,
  role: Role,
  unitId: string | null,
  proofs: { passwordHash?: string; codeHash?: string } = {},
): Promise<BuiltPerson> {
  const userName = `${role}-${randomUUID().slice(0, 8)}`;
  const [account] = await owner<{ id: string }[]>`
    insert into platform.account (user_name, password_hash, code_hash)
    values (${userName}, ${proofs.passwordHash ?? null}, ${proofs.codeHash ?? null}) returning id`;
  const [membership] = await owner<{ id: string }[]>`
    insert into membership (federation_id, account_id, role, unit_id, title)
    values (${federationId}, ${account!.id}, ${role}, ${unitId}, ${`Người giữ vai ${role}`}) returning id`;
  return { accountId: account!.id, membershipId: membership!.id, userName, role, unitId };
}
