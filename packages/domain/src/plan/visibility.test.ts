import { describe, expect, it, test } from 'vitest';
import { instantOf } from '../period/local-time.ts';
import { yearStatuses } from '../year-status/year-status.ts';
import { mayBeSeen, sees, usualVisibility, type Viewer } from './visibility.ts';
import { planViewers, type SeenThing, seenThings, seenWhens, type Visibility } from './visibility.schema.ts';

const closes = '2027-05-20T17:00';
const before = instantOf('2027-05-20T16:59');
const at = instantOf(closes);
const moments = { before, at };

/** The table of the facts, in the order of `seenThings`: never, when the stage closes, from provisional, always. */
const usual: Record<Viewer, string> = {
  unit: 'accccp',
  scorer: 'aanncp',
  head: 'aaaaap',
  partner: 'aannpp',
  federation: 'aaaaaa',
};
const expected = (letter: string, status: string, moment: keyof typeof moments, hasHour: boolean): boolean => {
  if (letter === 'a') return true;
  if (letter === 'n') return false;
  return status !== 'running' || (letter === 'c' && hasHour && moment === 'at');
};

describe('the usual table, over all combinations', () => {
  const viewers: Viewer[] = [...planViewers, 'federation'];
  const cells = viewers.flatMap((viewer) =>
    seenThings.map((what, i): [Viewer, SeenThing, string] => [viewer, what, usual[viewer][i]!]),
  );
  test.each(cells)('%s, %s: %s', (viewer, what, letter) => {
    for (const yearStatus of yearStatuses)
      for (const moment of ['before', 'at'] as const)
        for (const stage of [{ closes }, {}]) {
          const seen = sees({}, viewer, what, { yearStatus, stage, now: moments[moment] });
          const said = [yearStatus, moment, 'closes' in stage];
          expect([...said, seen]).toEqual([...said, expected(letter, yearStatus, moment, 'closes' in stage)]);
        }
  });
});

describe('what a plan says instead', () => {
  test.each(planViewers.flatMap((viewer) => seenThings.map((what) => [viewer, what] as const)))(
    '%s, %s',
    (viewer, what) => {
      for (const when of seenWhens) {
        const visibility: Visibility = { [viewer]: { [what]: when } };
        for (const yearStatus of yearStatuses)
          for (const moment of ['before', 'at'] as const) {
            const given = { yearStatus, stage: { closes }, now: moments[moment] };
            const letter = { never: 'n', 'stage-closes': 'c', 'from-provisional': 'p', always: 'a' }[when];
            expect(sees({ visibility }, viewer, what, given)).toBe(expected(letter, yearStatus, moment, true));
            // Nobody else, and nothing else.
            for (const other of planViewers)
              for (const thing of seenThings)
                if (other !== viewer || thing !== what)
                  expect(sees({ visibility }, other, thing, given)).toBe(sees({}, other, thing, given));
            expect(sees({ visibility }, 'federation', what, given)).toBe(true);
          }
      }
    },
  );

  it('may be earlier than practice only where practice shows it always, and never hides what one said oneself', () => {
    for (const viewer of planViewers)
      for (const what of seenThings)
        for (const when of seenWhens)
          expect(mayBeSeen(viewer, what, when)).toBe(
            what === 'ownLayers' ? when === 'always' : when !== 'always' || usualVisibility[viewer][what] === 'always',
          );
    expect(mayBeSeen('unit', 'federationMarks', 'always')).toBe(false);
    expect(mayBeSeen('head', 'clusterTotals', 'always')).toBe(true);
    expect(mayBeSeen('unit', 'othersSelf', 'never')).toBe(true);
  });
});
