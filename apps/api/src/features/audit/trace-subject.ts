import type { PlanDocument } from '@giaouoc/domain/plan/index';

type Named = { readonly code: string; readonly title: string };

/**
 * What a figure's change is traced under: `1.3 Khám sức khỏe định kỳ · Đợt 1 · CĐCS Trường Tiểu học Kim Đồng`. Names, not
 * codes alone: people read it, and look things up in it by the words they know.
 */
export function traceSubject(document: PlanDocument, line: Named | null, period: string, unit: string): string {
  const title = document.conduct.periods.find((one) => one.code === period)?.title ?? period;
  return [...(line === null ? [] : [`${line.code} ${line.title}`]), title, unit].join(' · ');
}
