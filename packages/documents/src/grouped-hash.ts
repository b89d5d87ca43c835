/** A hash in groups of four, as people read it out: `7b1f 40c2 9ae5 …`. */
export function groupedHash(hash: string): string {
  return hash.replace(/(.{4})(?=.)/g, '$1 ');
}
