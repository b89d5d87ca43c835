import { compareDecimals } from '../numbers/decimal.ts';
import { noteConditions } from './condition-meaning.ts';
import type { PlanView } from './plan-view.ts';
import { below, decimalOf, isRaw, listOf, member, noteTwice, rawOf, type Note } from '../schema/raw.ts';
import { noteBlocks } from './scale-meaning.ts';

/** Notes faults of the grades: codes, the last one, order of `from`, conditions; paths from the plan. */
export function noteGrades(view: PlanView, blocks: ReadonlySet<string>, note: Note): void {
  const grades = listOf(view.raw['grades']);
  noteTwice(grades, below(note, 'grades'));
  grades.forEach((grade, index) => {
    if (!isRaw(grade)) return;
    const noteGrade = below(note, 'grades', index);
    const last = index === grades.length - 1;
    if (grade['code'] === 'graded') noteGrade(['code'], 'grade-graded');
    if (last && grade['from'] !== undefined) noteGrade(['from'], 'last-grade-from');
    if (last && grade['requires'] !== undefined) noteGrade(['requires'], 'last-grade-requires');
    if (!last && grade['from'] === undefined) noteGrade([], 'missing-key', { key: 'from' });
    noteBlocks(grade['from'], blocks, below(noteGrade, 'from'));
    noteConditions(grade['requires'], view, below(noteGrade, 'requires'));
    const before = index === 0 ? undefined : rawOf(grades[index - 1])['from'];
    if (!last) noteRising(before, grade['from'], blocks, below(noteGrade, 'from'));
  });
}

/** Notes a `from` that is above that of the better grade, once or for each block. */
function noteRising(before: unknown, from: unknown, blocks: ReadonlySet<string>, note: Note): void {
  const rises = (a: unknown, b: unknown) => {
    const better = decimalOf(a);
    const worse = decimalOf(b);
    return better !== null && worse !== null && compareDecimals(worse, better) > 0;
  };
  const own = (value: unknown, block: string) => (isRaw(value) ? member(value, block) : value);
  if (isRaw(from)) {
    for (const block of Object.keys(from))
      if (rises(own(before, block), member(from, block))) note([block], 'grade-rising');
  } else if ([...blocks, ...(isRaw(before) ? [] : [''])].some((block) => rises(own(before, block), from)))
    note([], 'grade-rising');
}
