import { searchKey } from '../text/normalize.ts';
import { findGrouping, type Named } from './groupings.ts';

/** What says in which block a row of a list stands. */
export type BlockHints = {
  /** Its own cell. */
  readonly typed: string;
  /** The heading above it that names a group. */
  readonly section: string;
  /** The sheet, where several are read: offices keep a sheet for each block. */
  readonly sheet: string;
};

/** The block of a row, or the words that nobody can place yet: to be asked about once, not row by row. */
export type BlockReading = { readonly block: string } | { readonly unplaced: string };

/**
 * Finds the block of a row among those of the year: by its own cell, else by the heading above it, else by its sheet. What
 * the person answered about words that were not found counts as well (`answers`: search key of the words to code). A year
 * without blocks takes what is typed, or the heading, as the title of a new one.
 */
export function blockOfRow(
  { typed, section, sheet }: BlockHints,
  blocks: readonly Named[],
  answers: ReadonlyMap<string, string>,
): BlockReading {
  const asked = [typed, section, sheet].find((words) => words !== '') ?? '';
  if (blocks.length === 0) return typed === '' && section === '' ? { unplaced: asked } : { block: typed || section };
  for (const words of typed === '' ? [section, sheet] : [typed]) {
    if (findGrouping(blocks, words) !== undefined) return { block: words };
  }
  const answer = answers.get(searchKey(asked));
  return answer === undefined ? { unplaced: asked } : { block: answer };
}
