import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Any value that JSON can carry. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * The RFC 8785 (JSON Canonicalization Scheme) text of a JSON value: keys sorted by UTF-16 code units, no white space,
 * numbers and strings as ECMAScript writes them. Keys whose value is `undefined` are left out, as JSON leaves them out.
 * Throws on what JSON cannot carry (NaN, functions, half of a surrogate pair): a hash of such a value would be a lie.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return canonicalString(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('JSON has no NaN and no infinity');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`JSON has no ${typeof value}`);
  const members: string[] = [];
  // The default sort of strings compares UTF-16 code units, which is what the RFC asks for.
  for (const key of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[key];
    if (member !== undefined) members.push(`${canonicalString(key)}:${canonicalJson(member)}`);
  }
  return `{${members.join(',')}}`;
}

/** `sha256:` and the hex SHA-256 of the canonical text of a JSON value. */
export function hashOf(value: unknown): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(canonicalJson(value))))}`;
}

/** The first sixteen hex digits of a hash in groups of four, as people compare them aloud: `7b1f 40c2 9ae5 d836`. */
export function shortHash(hash: string): string {
  return (
    hash
      .replace(/^sha256:/, '')
      .slice(0, 16)
      .match(/.{4}/g) ?? []
  ).join(' ');
}

function canonicalString(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('text holds half of a surrogate pair');
  return JSON.stringify(text);
}
