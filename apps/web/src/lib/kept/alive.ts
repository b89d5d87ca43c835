/** Whose session was alive on this device when a page last came from the server: only theirs is shown without a network. */
const key = 'giaouoc.alive';

export function aliveOwner(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function aliveIs(owner: string | null): void {
  try {
    if (owner === null) localStorage.removeItem(key);
    else localStorage.setItem(key, owner);
  } catch {
    // A browser that keeps nothing has nothing to hide.
  }
}
