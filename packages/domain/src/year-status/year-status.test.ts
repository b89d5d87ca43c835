import { describe, expect, it, test } from 'vitest';
import {
  checkWork,
  mayWork,
  stepYear,
  yearStatuses,
  yearSteps,
  yearTable,
  yearWorks,
  type YearStatus,
} from './year-status.ts';

describe('the year’s life', () => {
  it('every status can be reached, and none is a dead end', () => {
    const reached = new Set<YearStatus>(['running']);
    for (let round = 0; round < yearStatuses.length; round++)
      for (const status of [...reached]) for (const next of Object.values(yearTable[status].steps)) reached.add(next);
    expect([...reached].sort()).toEqual([...yearStatuses].sort());
    for (const status of yearStatuses) expect(Object.keys(yearTable[status].steps).length).toBeGreaterThan(0);
  });
  test.each(yearStatuses.flatMap((status) => yearSteps.map((step) => [status, step] as const)))(
    '%s, %s: where the table says, and nowhere else',
    (status, step) => {
      const next = yearTable[status].steps[step];
      expect(stepYear(status, step, 'vì có sai sót')).toEqual(
        next === undefined ? { ok: false, code: 'year-step-not-now', detail: { status } } : { ok: true, value: next },
      );
    },
  );
  it('what was shown is taken back only with a reason', () => {
    expect(stepYear('provisional', 'withdraw-provisional')).toMatchObject({ code: 'reason-needed' });
    expect(stepYear('provisional', 'withdraw-provisional', ' \n')).toMatchObject({ code: 'reason-needed' });
    expect(stepYear('frozen', 'unfreeze')).toMatchObject({ code: 'reason-needed' });
    expect(stepYear('closed', 'reopen')).toMatchObject({ code: 'reason-needed' });
    expect(stepYear('running', 'make-provisional')).toEqual({ ok: true, value: 'provisional' });
  });
  it('a running year takes all work; from provisional on nothing that counts', () => {
    for (const work of yearWorks) expect(mayWork('running', work)).toBe(true);
    for (const status of yearStatuses.filter((one) => one !== 'running'))
      for (const work of ['organise', 'plan', 'pledge', 'report', 'assess'] as const)
        expect(checkWork(status, work)).toEqual({ ok: false, code: 'year-not-open', detail: { status } });
  });
});
