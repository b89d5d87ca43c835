import { ok, refuse, type Result } from '../result.ts';

/** As many devices as one person may register. */
export const passkeysMost = 10;

/**
 * Whether a passkey's counter may be what the device says, after what we know. Devices that count say more each time; one
 * that says the same or less is a copy of the key (WebAuthn Level 3, 6.1.1), unless it never counted at all.
 * Refuses with `passkey-copied`.
 */
export function checkCounter(known: number, said: number): Result<number, 'passkey-copied'> {
  const never = known === 0 && said === 0;
  return never || said > known ? ok(said) : refuse('passkey-copied');
}

/**
 * Where passkeys can be used: the name browsers bind them to, and the address they must be used at. Null where browsers
 * offer none: over plain http (but on this machine itself), or at an address of digits instead of a name.
 */
export type RelyingParty = { id: string; origin: string };

const digits = /^(\d{1,3}\.){3}\d{1,3}$|^\[/;

/** @param publicUrl protocol, host and port people open, `https://giaouoc.example.vn`. */
export function relyingPartyOf(publicUrl: string): RelyingParty | null {
  const [, protocol, host = '', port = ''] = /^(https?):\/\/(\[[^\]]*\]|[^/:]+)(:\d+)?$/.exec(publicUrl) ?? [];
  const here = host === 'localhost' || host.endsWith('.localhost');
  if (digits.test(host) || host === '' || (protocol === 'http' && !here)) return null;
  return { id: host, origin: `${protocol}://${host}${port}` };
}
