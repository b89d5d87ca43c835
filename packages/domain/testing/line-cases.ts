import { expect, test } from 'vitest';
import { explain, ruleInBrief, ruleInWords } from '../src/explain/index.ts';
import { scoreLine, type LineInput } from '../src/scoring/index.ts';
import type { Line } from '../src/year-file/index.ts';

/** A line of 4 points with the given rule. */
export const lineWith = (rule: Line['rule'], more: Partial<Line> = {}): Line => ({
  code: '1.1',
  title: 'Tiêu chí',
  kind: 'target',
  max: '4',
  rule,
  ...more,
});

/** A worked case: what it shows, what is known, and the points that were worked out by hand. */
export type LineCase = readonly [name: string, input: LineInput, points: string, says?: string];

/** Tests the points and, where given, the sentence of each case. */
export function testCases(line: Line, cases: readonly LineCase[]): void {
  test.each(cases.map(([name, input, points, says]) => ({ name, input, points, says })))(
    '$name: $points',
    ({ input, points, says }) => {
      const score = scoreLine(line, input);
      expect(score.points).toBe(points);
      if (says === undefined) return;
      const measure = line.unit === undefined ? {} : { measure: line.unit };
      const { code, title, max } = line;
      expect(
        explain({
          ...{ unit: 'A', line: code, title, group: '1', max, ...measure, status: score.status ?? 'missing', points },
          ...{ figure: input.figure ?? null, rule: score.rule },
        }),
      ).toBe(says);
    },
  );
}

/** Tests the words of a rule. */
export function testWords(line: Line, brief: string, full: string): void {
  test(`in brief: ${brief}`, () => expect(ruleInBrief(line)).toBe(brief));
  test(`in words: ${full}`, () => expect(ruleInWords(line)).toBe(full));
}
