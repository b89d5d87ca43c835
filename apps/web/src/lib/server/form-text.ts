/** One text of a form; nothing typed is an empty text. */
export function formText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** Several texts of a form by their names, for giving a refused form back as it was typed. Never secrets. */
export function formTexts<const N extends string>(form: FormData, names: readonly N[]): Record<N, string> {
  return Object.fromEntries(names.map((name) => [name, formText(form, name)])) as Record<N, string>;
}
