/** The next code nobody has: `m3`. One that was taken away before publishing may come back, which harms nobody. */
export function freshCode(list: readonly { code: string }[]): string {
  const taken = new Set(list.map(({ code }) => code));
  for (let number = list.length + 1; ; number++) if (!taken.has(`m${number}`)) return `m${number}`;
}
