import { hashOf } from '../hash/canonical.ts';
import type { PlanDocument } from './document.ts';

/** What a published version is known by: `sha256:` of the RFC 8785 form of the whole document. */
export function contentHash(document: PlanDocument): string {
  return hashOf(document);
}
