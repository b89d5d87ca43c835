import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from './database.ts';

describe('a test file has a database of its own', () => {
  let first: TestDatabase;
  let second: TestDatabase;
  beforeAll(async () => {
    first = await testDatabase();
    second = await testDatabase();
  });
  afterAll(async () => {
    await first.drop();
    await second.drop();
  });

  it('is migrated, belongs to the owner, and is another one each time', async () => {
    const names = [];
    for (const { ownerUrl } of [first, second]) {
      const sql = postgres(ownerUrl, { max: 1 });
      const [row] = await sql<{ name: string; owner: string; tables: number }[]>`
        select current_database() as name, pg_get_userbyid(datdba) as owner,
          (select count(*)::int from pg_tables where schemaname = 'public') as tables
        from pg_database where datname = current_database()`;
      await sql.end();
      expect(row?.owner).toBe('giaouoc_owner');
      expect(row?.tables).toBeGreaterThan(10);
      names.push(row?.name);
    }
    expect(names[0]).not.toBe(names[1]);
  });

  it('lets the application in, but not to create anything', async () => {
    const sql = postgres(first.appUrl, { max: 1 });
    const [role] = await sql`select rolsuper, rolbypassrls from pg_roles where rolname = current_user`;
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false });
    await expect(sql`create table mine (id int)`).rejects.toMatchObject({ code: '42501' });
    await sql.end();
  });

  it('sorts as Vietnamese read', async () => {
    const sql = postgres(first.ownerUrl, { max: 1 });
    const rows = await sql`
      select name from unnest(array['Em', 'Đỗ', 'Dương', 'Đặng', 'Ăn', 'Du Văn', 'Anh', 'Ân']) name order by name`;
    await sql.end();
    expect(rows.map((row) => row.name as string)).toEqual(['Anh', 'Ăn', 'Ân', 'Du Văn', 'Dương', 'Đặng', 'Đỗ', 'Em']);
  });
});
