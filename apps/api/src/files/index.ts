import { evidenceFile } from './evidence-files.ts';
import { unitsTemplateFile } from './unit-files.ts';
import type { FileRoute } from './file-routes.ts';

/** Every downloadable thing of the product: the table of contents beside trpc/router.ts. */
export const fileRoutes: FileRoute[] = [evidenceFile, unitsTemplateFile];
