import type { Readable } from 'node:stream';
import type { Action } from '@giaouoc/domain/access/index';
import type { Member } from '../trpc/procedures.ts';

/** A file on its way to a person. */
export type FileAnswer = {
  /** The bytes, or how to get them once it is clear that they are asked for. */
  body: Uint8Array | Readable | (() => Promise<Readable>);
  mediaType: string;
  /** The name it is saved under; may be Vietnamese. */
  name: string;
  /** Shown in the browser (PDF, re-encoded images) or saved. HTML and SVG are never shown (A6). */
  inline?: boolean;
  /**
   * What stands for the content (its hash). With it a browser may keep the file but asks each time whether it may show it:
   * the answer is short for whoever may, and a refusal for the next person at a shared phone.
   */
  etag?: string;
};

/**
 * One downloadable thing. Like a procedure it names the action it needs, is in the test matrix, and gets to rows only
 * through `ctx.inScope`. Throws `Refused` like any procedure.
 */
export type FileRoute = {
  /** Fastify pattern below `/files`, e.g. `/evidence/:id`. What is called `id` or `…Id` in it has the shape of an id. */
  url: `/${string}`;
  access: Action;
  answer: (ctx: Member, params: Record<string, string>, query: Record<string, string>) => Promise<FileAnswer>;
};
