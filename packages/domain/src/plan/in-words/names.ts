import { groupsOf, linesOf } from '../document.ts';
import type { Plan } from '../../year-file/index.ts';

/** What sentences call the parts of a plan: by title, with the code where people look for it on paper. */
export type PlanNames = {
  /** `tiêu chí 1.1 “Thu kinh phí công đoàn”`. */
  line: (code: string) => string;
  /** `nhóm 1 “Chỉ tiêu”`. */
  group: (code: string) => string;
  /** `“Hoàn thành tốt nhiệm vụ”`. */
  grade: (code: string) => string;
  /** What a line's number is counted in, `%`. */
  unit: (line: string) => string | undefined;
};

const called = (noun: string, code: string, title: string | undefined): string =>
  title === undefined || title.trim() === '' || title === code
    ? `${noun} ${code}`
    : `${noun} ${code} “${title.trim()}”`;

/** The names of a plan's parts; what a half-written plan names without having it is called by its code. */
export function namesOf(plan: Pick<Plan, 'groups' | 'grades'>): PlanNames {
  const lines = new Map(linesOf(plan).map(({ line }) => [line.code, line]));
  const groups = new Map(groupsOf(plan).map(({ group }) => [group.code, group.title]));
  const grades = new Map(plan.grades.map(({ code, title }) => [code, title]));
  return {
    line: (code) => called('tiêu chí', code, lines.get(code)?.title),
    group: (code) => called('nhóm', code, groups.get(code)),
    grade: (code) => `“${grades.get(code)?.trim() || code}”`,
    unit: (line) => lines.get(line)?.unit,
  };
}
