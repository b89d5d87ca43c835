import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../hash/canonical.ts';
import type { UnitResult } from './results.ts';
import { unitText } from './unit-text.ts';

/** `sha256:` of a list of which the texts are given, fed piece by piece so that no giant text arises. */
function digestOfTexts(count: number, text: (index: number) => string): string {
  const hash = sha256.create();
  let piece = '[';
  for (let index = 0; index < count; index += 1) {
    piece += (index === 0 ? '' : ',') + text(index);
    if (piece.length > 50_000) {
      hash.update(utf8ToBytes(piece));
      piece = '';
    }
  }
  hash.update(utf8ToBytes(`${piece}]`));
  return `sha256:${bytesToHex(hash.digest())}`;
}

/** `sha256:` of the RFC 8785 form of the units of results, wherever they come from. */
export const digestOf = (units: readonly UnitResult[]): string =>
  digestOfTexts(units.length, (index) => canonicalJson(units[index]));

// Units of a scored year are reused from change to change, and so is their canonical text.
const texts = new WeakMap<UnitResult, string>();

/** The same for units that this engine made: from their known shape, and once for each unit. */
export const digestOfScored = (units: readonly UnitResult[]): string =>
  digestOfTexts(units.length, (index) => {
    const unit = units[index]!;
    let text = texts.get(unit);
    if (text === undefined) {
      text = unitText(unit);
      texts.set(unit, text);
    }
    return text;
  });
