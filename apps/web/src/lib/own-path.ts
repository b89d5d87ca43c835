/** Only paths of our own: `//elsewhere` and `https:…` would lead people away. */
export function ownPath(path: string | null | undefined): string | null {
  return path && /^\/(?![/\\])/.test(path) ? path : null;
}
