import type { z } from 'zod';
import { recordAudit } from '@giaouoc/db/queries/audit';
import { updatePledge } from '@giaouoc/db/queries/pledge';
import { saveTargets } from '@giaouoc/db/queries/target';
import { pledgeHash, registerPledge, setOwnTarget } from '@giaouoc/domain/pledge/index';
import { parseNumber } from '@giaouoc/domain/text/parse-number';
import { granted, Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { writeInRunningYear } from '../../year/write-in-year.ts';
import { contentWith } from './loaded-pledge.ts';
import { lockPledge } from './lock-pledge.ts';
import type { setTargetsInput, setTargetsOutput } from './pledge.schema.ts';

/**
 * A unit sets its own numbers before it signs. All or none: with any fault nothing is kept, and every fault is named.
 *
 * @throws pledge-not-offered, pledge-step-not-now, already-signed
 */
export function setTargets(
  ctx: Member,
  input: z.infer<typeof setTargetsInput>,
): Promise<z.infer<typeof setTargetsOutput>> {
  const { unitId } = ctx.scope;
  if (!unitId) throw new Refused('not-allowed');
  return writeInRunningYear(ctx, { action: 'pledge.setTargets', work: 'pledge' }, input, async (tx, year) => {
    const pledge = await lockPledge(tx, ctx.scope, year, unitId);
    const { document } = pledge.plan;
    const faults: z.infer<typeof setTargetsOutput>['faults'] = [];
    const set = new Map(pledge.targets.map((target) => [target.line, target]));
    const changed: { line: string; target: string }[] = [];
    for (const { line, typed, means } of input.targets) {
      const read = parseNumber(typed);
      if (!read.ok) {
        faults.push({ line, code: read.code, detail: {} });
        continue;
      }
      const { value } = read;
      const number = value.kind === 'number' ? value.value : value.values.find((one) => one === means);
      if (number === undefined) {
        faults.push({
          line,
          code: 'number-ambiguous',
          detail: { values: value.kind === 'ambiguous' ? [...value.values] : [] },
        });
        continue;
      }
      const decided = setOwnTarget(pledge.state, document, pledge.unit.blockCode, pledge.targets, line, number);
      if (!decided.ok) {
        if (decided.code === 'pledge-step-not-now') throw new Refused(decided.code, decided.detail);
        faults.push({ line, code: decided.code, detail: { ...decided.detail } });
        continue;
      }
      set.set(line, { ...set.get(line), line, target: number });
      changed.push({ line, target: number });
    }
    if (faults.length > 0) return { hash: pledge.record.hash, faults };

    const targets = [...set.values()];
    const hash = pledgeHash(contentWith(pledge.federation, pledge, targets));
    granted(registerPledge(pledge.record, document.conduct.signing, hash));
    const at = ctx.now().toISOString();
    await saveTargets(
      tx,
      ctx.scope,
      year.id,
      changed.map(({ line, target }) => ({ unitId, lineCode: line, target, assigned: true })),
      at,
    );
    await updatePledge(tx, ctx.scope, year.id, pledge.row, { state: 'registered' }, at);
    await recordAudit(tx, ctx.scope, {
      action: 'pledge.setTargets',
      subject: pledge.unit.name,
      yearId: year.id,
      before: Object.fromEntries(
        changed.map(({ line }) => [line, pledge.targets.find((target) => target.line === line)?.target ?? null]),
      ),
      after: Object.fromEntries(changed.map(({ line, target }) => [line, target])),
    });
    return { hash, faults: [] };
  });
}
