import { randomUUID } from 'node:crypto';
import { demoFields } from '../../../apps/api/src/demo/demo-figures.ts';
import { demoPlan } from '../../../apps/api/src/demo/demo-plan.ts';
import type { DemoUnit, Strength } from '../../../apps/api/src/demo/demo-federations.ts';
import { steadyRandom } from '../../../apps/api/src/demo/steady-random.ts';
import { newToken, tokenHash } from '../../../apps/api/src/security/proofs.ts';
import { linesOf } from '../../../packages/domain/src/plan/index.ts';
import { buildFederation, buildPerson, type Owner } from '../../../packages/db/testing/builders.ts';
import { asking } from './load.ts';

/** An instant in the year of the bench at which everything may be reported. */
export const today = '2027-05-20T03:00:00Z';
const period = 'ca-nam';
const strengths: Strength[] = ['top', 'good', 'good', 'fair', 'weak'];

export type Chair = { unitId: string; token: string; submission: () => Submission };
export type Submission = {
  clientId: string;
  yearId: string;
  period: string;
  lines: { line: string; period: string; seen: number; fields: object }[];
};
export type BenchFederation = { yearId: string; officerToken: string; chairs: Chair[] };

/** Blocks of 100 units, a chair signed in for each, an officer, and a published plan of 18 lines that units report. */
export async function makeFederation(owner: Owner, url: string, size: number): Promise<BenchFederation> {
  const built = await buildFederation(owner, { units: [] });
  const at = { federation: built.id, year: built.yearId };
  await owner`insert into block (federation_id, year_id, code, name, position)
    select ${at.federation}, ${at.year}, 'k' || n, 'Khối ' || n, n + 10 from generate_series(0, ${Math.ceil(size / 100) - 1}::int) n`;
  await owner`insert into unit (federation_id, code, name, kind)
    select ${at.federation}, 'U' || lpad(n::text, 5, '0'), 'CĐCS Trường Tiểu học số ' || n, 'school' from generate_series(0, ${size - 1}::int) n`;
  await owner`insert into year_unit (federation_id, year_id, unit_id, block_code, active_since)
    select ${at.federation}, ${at.year}, id, 'k' || (substr(code, 2)::int / 100), '2015-09-01' from unit where federation_id = ${at.federation}`;
  const prefix = randomUUID().slice(0, 8);
  await owner`insert into platform.account (user_name) select ${prefix} || '-' || n from generate_series(0, ${size - 1}::int) n`;
  const seats = await owner<{ unitId: string; accountId: string; membershipId: string }[]>`
    insert into membership (federation_id, account_id, role, unit_id, title)
    select ${at.federation}, a.id, 'chair', u.id, 'Chủ tịch CĐCS'
    from unit u join platform.account a on a.user_name = ${prefix} || '-' || substr(u.code, 2)::int
    where u.federation_id = ${at.federation}
    returning unit_id as "unitId", account_id as "accountId", id as "membershipId"`;
  const tokens = seats.map(() => newToken());
  const officer = await buildPerson(owner, at.federation, 'officer', null);
  const officerToken = newToken();
  const sessions = [
    ...seats.map((seat, index) => ({ ...seat, token: tokens[index]! })),
    { ...officer, token: officerToken },
  ];
  await owner`insert into platform.session (token_hash, account_id, federation_id, membership_id, device, expires_at)
    select decode(t, 'hex'), a, ${at.federation}, m, 'Bench', now() + interval '1 day'
    from unnest(${sessions.map(({ token }) => tokenHash(token).toString('hex'))}::text[],
      ${sessions.map(({ accountId }) => accountId)}::uuid[],
      ${sessions.map(({ membershipId }) => membershipId)}::uuid[]) s(t, a, m)`;

  const plan = planOfBench();
  const { write } = asking(url, officerToken);
  const uploaded = await write<{ revision?: number }>('plan.upload', {
    clientId: randomUUID(),
    yearId: at.year,
    revision: 0,
    text: JSON.stringify(plan),
  });
  if (uploaded.revision === undefined) throw new Error(`plan refused: ${JSON.stringify(uploaded).slice(0, 800)}`);
  await write('plan.publish', { clientId: randomUUID(), yearId: at.year, revision: uploaded.revision, note: 'Bench' });

  const random = steadyRandom(20_270_520);
  const lines = linesOf(plan.scoring).map(({ line }) => line);
  return {
    yearId: at.year,
    officerToken,
    chairs: seats.map(({ unitId }, index) => ({
      unitId,
      token: tokens[index]!,
      submission: () => {
        const unit: DemoUnit = {
          code: String(index),
          name: '',
          block: '',
          kind: 'school',
          members: 20 + (index % 60),
          strength: strengths[index % strengths.length]!,
        };
        return {
          clientId: randomUUID(),
          yearId: at.year,
          period,
          lines: lines.map((line) => ({ line: line.code, period, seen: 0, fields: demoFields(line, unit, random, 1) })),
        };
      },
    })),
  };
}

/** The plan of the demonstrations, all 18 lines reported by the units, none with files, no own targets. */
function planOfBench() {
  const plan = demoPlan({
    code: 'bench',
    title: 'Kế hoạch đo',
    from: '2026-09-01',
    to: '2027-08-31',
    source: 'Đo đạc',
    periods: [{ code: period, title: 'Cả năm', from: '2026-09-01', to: '2027-05-31', due: '2027-06-15T17:00' }],
    due: {},
    signingDue: '2026-10-31T17:00',
    excellentShare: '0.2',
  });
  for (const { line } of linesOf(plan.scoring)) {
    if (line.rule.kind === 'ratio' && line.rule.target === 'unit') line.rule.target = '5';
    const conduct = plan.conduct.lines[line.code]!;
    delete conduct.targetFloor;
    conduct.evidence = { needed: 'no' };
    conduct.enteredBy = 'unit';
  }
  plan.scoring.groups = plan.scoring.groups.filter(({ role }) => role === 'base');
  delete plan.conduct.lines['T.1'];
  return plan;
}
