import { ok, refuse, type Result } from '../../result.ts';
import type { PlanDocument } from '../document.ts';
import { setConductPart } from './conduct.ts';
import { setSettings } from './settings.ts';

/** A list with the entry at `place` one place up (-1) or down (1); the list itself where there is no further place. */
export function movedBy<T>(list: readonly T[], place: number, by: -1 | 1): readonly T[] {
  const entry = list[place];
  if (entry === undefined || place + by < 0 || place + by >= list.length) return list;
  return list.toSpliced(place, 1).toSpliced(place + by, 0, entry);
}

/** Moves a period; pages and papers list periods in this order, and `latest` takes the last one that was reported. */
export function movePeriod(document: PlanDocument, place: number, by: -1 | 1): PlanDocument {
  const { periods } = document.conduct;
  const moved = movedBy(periods, place, by);
  return moved === periods ? document : setConductPart(document, { periods: [...moved] });
}

/** Moves a quota; quotas are applied in this order. */
export function moveQuota(document: PlanDocument, place: number, by: -1 | 1): PlanDocument {
  const quotas = document.scoring.quotas ?? [];
  const moved = movedBy(quotas, place, by);
  return moved === quotas ? document : setSettings(document, { quotas: [...moved] });
}

/**
 * Moves a grade among the others. The marks stay with the places, since they fall from the best grade to the last, which
 * has none; names, codes and conditions move.
 */
export function moveGrade(document: PlanDocument, place: number, by: -1 | 1): PlanDocument {
  const { grades } = document.scoring;
  const moved = movedBy(grades, place, by);
  if (moved === grades) return document;
  const placed = moved.map((grade, at) => {
    const mark = grades[at]?.from;
    if (grade.from === mark) return grade;
    const { from: _, ...rest } = grade;
    return mark === undefined ? rest : { ...rest, from: mark };
  });
  return setSettings(document, { grades: placed });
}

/** Gives a grade another code; quotas on it or counted among it, and gates that lead to it, follow. */
export function renameGrade(document: PlanDocument, place: number, code: string): Result<PlanDocument, 'code-taken'> {
  const { grades, quotas, gates } = document.scoring;
  const before = grades[place]?.code;
  if (before === undefined || before === code) return ok(document);
  if (grades.some((grade) => grade.code === code)) return refuse('code-taken', { code });
  const named = (grade: string) => (grade === before ? code : grade);
  return ok(
    setSettings(document, {
      grades: grades.map((grade, at) => (at === place ? { ...grade, code } : grade)),
      ...(quotas && { quotas: quotas.map((quota) => ({ ...quota, grade: named(quota.grade), of: named(quota.of) })) }),
      ...(gates && {
        gates: gates.map((gate) =>
          'gradeAtMost' in gate.effect ? { ...gate, effect: { gradeAtMost: named(gate.effect.gradeAtMost) } } : gate,
        ),
      }),
    }),
  );
}
