import type { Accumulate } from '../rules/accumulate.ts';
import { FigureForm, type FieldFault, type RawFields } from '../rules/figure-form.ts';
import { figureOf } from '../rules/figures.ts';
import { mayNotApply } from '../rules/rule-figure.ts';
import type { FigureLine, FigureValue } from './figure.ts';

export { mayNotApply };
export type { FieldFault, RawFields };

/** The figure typed, or all faults of all fields. `figure` is `undefined` when nothing was typed: missing, not zero. */
export type ParsedFigure =
  | { readonly ok: true; readonly figure: FigureValue | undefined; readonly warnings: readonly FieldFault[] }
  | { readonly ok: false; readonly faults: readonly FieldFault[] };

/**
 * Reads the fields of one line's form into a figure.
 *
 * Fields: `value` · `part`, `whole` · `yes` (`yes` or `no`) · `level` (a code) · `levels.CODE`, `faults.CODE` (counts) ·
 * `items` (ticked codes) · `points` · `none` (ticked: "không có mục nào", "không có lỗi nào") · `notApplicable` (ticked:
 * "không phát sinh"). Beside a field that takes a number, `FIELD.means` answers which reading of an ambiguous number is
 * meant, as one of the two values that the fault `number-ambiguous` offers in `detail.values`.
 *
 * Lines that take a measure accept a value as well as part and whole, unless figures of several periods are added, where
 * only one of the two adds up.
 */
export function parseFigure(line: FigureLine, raw: RawFields, accumulate: Accumulate = 'latest'): ParsedFigure {
  const form = new FigureForm(raw);
  if (form.isTicked('notApplicable')) {
    if (mayNotApply(line)) return { ok: true, figure: { notApplicable: true }, warnings: [] };
    return { ok: false, faults: [{ field: 'notApplicable', code: 'not-applicable-refused' }] };
  }
  const figure = figureOf(line.rule).read(form, line, accumulate);
  return form.faults.length === 0 ? { ok: true, figure, warnings: form.warnings } : { ok: false, faults: form.faults };
}
