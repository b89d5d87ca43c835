import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../hash/index.ts';
import type { AuditEvent } from './event.ts';

/** What every chain begins with: 32 zero bytes. Heads and leaves are hex without a prefix. */
export const firstHead = '0'.repeat(64);

// A leaf and a head never hash the same bytes, so neither can be passed off as the other.
const leafMark = Uint8Array.of(0);
const headMark = Uint8Array.of(1);

/** The leaf of an event: SHA-256(0x00, UTF-8 of its canonical text). */
export const leafOf = (event: AuditEvent): string =>
  bytesToHex(sha256(concatBytes(leafMark, utf8ToBytes(canonicalJson(event)))));

/** The head after one more leaf: SHA-256(0x01, head, leaf). */
export const headAfter = (head: string, leaf: string): string =>
  bytesToHex(sha256(concatBytes(headMark, hexToBytes(head), hexToBytes(leaf))));
