import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../hash/canonical.ts';
import type { UnitResult } from './results.ts';

// Units of a scored year are reused from change to change, and so is their canonical text.
const texts = new WeakMap<UnitResult, string>();

function textOf(unit: UnitResult): string {
  let text = texts.get(unit);
  if (text === undefined) {
    text = canonicalJson(unit);
    texts.set(unit, text);
  }
  return text;
}

/** `sha256:` of the RFC 8785 form of the units of results, fed piece by piece so that no giant text arises. */
export function digestOf(units: readonly UnitResult[]): string {
  const hash = sha256.create();
  hash.update(utf8ToBytes('['));
  units.forEach((unit, index) => hash.update(utf8ToBytes((index === 0 ? '' : ',') + textOf(unit))));
  hash.update(utf8ToBytes(']'));
  return `sha256:${bytesToHex(hash.digest())}`;
}
