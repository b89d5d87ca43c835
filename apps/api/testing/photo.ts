/** The bytes of a picture, as small as a picture can be. */
export const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** What a phone sends with a photo whose bytes are its own, laid beside some lines (`1.3|hk1`). */
export function photo(name: string, ...places: string[]): FormData {
  const form = new FormData();
  form.append('file', new File([dot, name], `${name}.png`));
  for (const place of places) form.append('place', place);
  return form;
}
