import type { YearFile } from '@giaouoc/domain/year-file/index';
import { readDocument } from './read-document.ts';

/** Reads and checks a year file; null when it is not valid, which has been told (see `readDocument`). */
export const readYear = (path: string, faultsAsJson: boolean): Promise<YearFile | null> =>
  readDocument(path, faultsAsJson, {
    undone: 'chưa chấm được',
    async parse(text) {
      const { parseYearText } = await import('@giaouoc/domain/year-check/index');
      const parsed = parseYearText(text);
      return parsed.ok ? { ok: true, value: parsed.year } : parsed;
    },
  });
