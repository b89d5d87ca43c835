/**
 * A figure without the unit, the line and the period it belongs to: what is typed, stored, judged and put into the
 * year file. Exactly one of the sorts that `scoring.md` knows.
 */
export type FigureValue =
  | { readonly value: string }
  | { readonly part: string; readonly whole: string }
  | { readonly yes: boolean }
  | { readonly levels: Record<string, number> }
  | { readonly items: string[] }
  | { readonly faults: Record<string, number> }
  | { readonly points: string }
  | { readonly notApplicable: true };

/** Which input a form shows for a line. */
export type FigureInput = 'value' | 'partWhole' | 'yesNo' | 'oneLevel' | 'manyLevels' | 'items' | 'faults' | 'points';
