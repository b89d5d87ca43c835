import type { InvitationCards } from './invitation-cards.ts';
import type { PledgeBook, PledgeSheet } from './pledge-sheet.ts';
import type { RankingWithDetails } from './ranking-sheet.ts';
import type { Ranking } from './ranking.ts';
import type { Receipt } from './receipt.ts';
import type { ScoreSheet } from './score-sheet.ts';
import type { SigningBoard } from './signing-board.ts';
import type { SoFarBoard } from './so-far-board.ts';
import type { UnitsTemplate } from './units-template.ts';

/** Every kind of document and what it is made from. */
export interface DocumentKinds {
  /** PDF */
  'pledge-sheet': PledgeSheet;
  /** PDF of many pledges, to print in one go */
  'pledge-book': PledgeBook;
  /** PDF */
  'signing-board': SigningBoard;
  /** PDF */
  'invitation-cards': InvitationCards;
  /** PDF */
  'ranking-table': Ranking;
  /** Excel */
  'ranking-sheet': RankingWithDetails;
  /** PDF */
  receipt: Receipt;
  /** PDF */
  'score-sheet': ScoreSheet;
  /** PDF of points so far */
  'so-far-table': SoFarBoard;
  /** Excel of points so far */
  'so-far-sheet': SoFarBoard;
  /** Excel */
  'units-template': UnitsTemplate;
}

export type DocumentKind = keyof DocumentKinds;

/** How each kind is made. Modules are loaded when first needed: Excel work does not load Typst. */
export const renderers: { [K in DocumentKind]: (data: DocumentKinds[K]) => Promise<Uint8Array> } = {
  'pledge-sheet': async (data) => (await import('./pledge-sheet.ts')).pledgeSheet(data),
  'pledge-book': async (data) => (await import('./pledge-sheet.ts')).pledgeBook(data),
  'signing-board': async (data) => (await import('./signing-board.ts')).signingBoard(data),
  'invitation-cards': async (data) => (await import('./invitation-cards.ts')).invitationCards(data),
  'ranking-table': async (data) => (await import('./ranking-table.ts')).rankingTable(data),
  'ranking-sheet': async (data) => (await import('./ranking-sheet.ts')).rankingSheet(data),
  receipt: async (data) => (await import('./receipt.ts')).receipt(data),
  'score-sheet': async (data) => (await import('./score-sheet.ts')).scoreSheet(data),
  'so-far-table': async (data) => (await import('./so-far-board.ts')).soFarTable(data),
  'so-far-sheet': async (data) => (await import('./so-far-board.ts')).soFarSheet(data),
  'units-template': async (data) => (await import('./units-template.ts')).unitsTemplate(data),
};
