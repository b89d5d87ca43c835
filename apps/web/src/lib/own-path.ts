const here = 'http://giaouoc.invalid';

/**
 * Only paths of our own: `//elsewhere` and `https:…` would lead people away, and so would `/⇥/elsewhere`, from which
 * browsers drop the tab. So it is read the way a browser reads it, and given back as it was read.
 */
export function ownPath(path: string | null | undefined): string | null {
  if (!path?.startsWith('/')) return null;
  const url = URL.parse(path, here);
  if (url?.origin !== here) return null;
  const own = url.pathname + url.search + url.hash;
  // `/.//elsewhere` is read as the path `//elsewhere`.
  return own.startsWith('//') ? null : own;
}
