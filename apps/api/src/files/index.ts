import { evidenceFile } from './evidence-files.ts';
import { unitsTemplateFile } from './unit-files.ts';
import type { FileRoute } from './file-routes.ts';
import { ownPledgeFile, pledgeFile, pledgesFile, signingBoardFile } from './pledge-files.ts';
import { rankingExcel, rankingPdf, runningYearFile, snapshotYearFile } from './ranking-files.ts';
import { soFarFiles } from './so-far-files.ts';
import { planFiles } from './plan-files.ts';
import { receiptFile, signedPledgeReceiptFile, signedReceiptFile } from './receipt-files.ts';

/** Every downloadable thing of the product: the table of contents beside router.ts. */
export const fileRoutes: FileRoute[] = [
  evidenceFile,
  unitsTemplateFile,
  ...planFiles,
  ownPledgeFile,
  receiptFile,
  signedReceiptFile,
  signedPledgeReceiptFile,
  pledgeFile,
  pledgesFile,
  signingBoardFile,
  rankingPdf,
  rankingExcel,
  snapshotYearFile,
  runningYearFile,
  ...soFarFiles,
];
