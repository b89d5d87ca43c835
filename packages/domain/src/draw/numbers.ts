import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../hash/canonical.ts';
import type { Contribution } from './draw.schema.ts';

/** The 32 bytes that decide a draw: SHA-256 of the canonical text of contributions and seed. */
export const drawKey = (contributions: readonly Contribution[], seed: string): Uint8Array =>
  sha256(utf8ToBytes(canonicalJson({ contributions, seed })));

/** Gives the next number of a draw, from 0 to m − 1, each equally likely; m from 1 to 2³². */
export type Below = (m: number) => number;

const RANGE = 2 ** 32;

/**
 * The numbers of a draw. Block i is HMAC-SHA-256(key, i as four bytes); the blocks one after the other are read as four-byte
 * numbers, all big-endian. A number at or above the largest multiple of m is passed over, or small results would be likelier.
 */
export function numbersOf(key: Uint8Array): Below {
  // The key is worked in once: every block goes on from there.
  const keyed = hmac.create(sha256, key);
  const counter = new Uint8Array(4);
  let index = 0;
  let block = new DataView(new ArrayBuffer(0));
  let at = 0;
  const next = (): number => {
    if (at === block.byteLength) {
      new DataView(counter.buffer).setUint32(0, index);
      index += 1;
      const bytes = keyed.clone().update(counter).digest();
      block = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      at = 0;
    }
    at += 4;
    return block.getUint32(at - 4);
  };
  return (m) => {
    const end = Math.floor(RANGE / m) * m;
    let x = next();
    while (x >= end) x = next();
    return x % m;
  };
}

/** The positions 0 … count − 1 in drawn order: Fisher and Yates from the last to the second. */
export function shuffledPositions(count: number, below: Below): number[] {
  const order = Array.from({ length: count }, (_, position) => position);
  for (let i = count - 1; i >= 1; i -= 1) {
    const j = below(i + 1);
    const moved = order[i]!;
    order[i] = order[j]!;
    order[j] = moved;
  }
  return order;
}
