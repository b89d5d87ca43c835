/** What was typed into one line's inputs: every field whose name begins with the prefix, as `parseFigure` names them. */
export function readFigureFields(form: FormData, prefix: string): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    if (!name.startsWith(prefix)) continue;
    const field = name.slice(prefix.length);
    const values = form.getAll(name).filter((value) => typeof value === 'string');
    fields[field] = field === 'items' ? values : (values[0] ?? '');
  }
  return fields;
}

/** The faults of a typed figure, when a refusal is about one. */
export function figureFaults(current: unknown): { field: string; code: string; detail?: Record<string, unknown> }[] {
  if (!Array.isArray(current)) return [];
  return current.flatMap((fault: unknown) =>
    typeof fault === 'object' && fault !== null && 'field' in fault && 'code' in fault
      ? [fault as { field: string; code: string; detail?: Record<string, unknown> }]
      : [],
  );
}
