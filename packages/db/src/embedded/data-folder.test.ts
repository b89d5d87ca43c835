import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../../testing/scratch.ts';
import { reachableByOthers } from './binaries.ts';
import { dataFolderOf } from './data-folder.ts';

describe('M1 where a checkout keeps its data', () => {
  it('differs for two clones of the same name, stays the same for one, and is outside of it', () => {
    const one = dataFolderOf('/srv/a/giao-uoc', { XDG_DATA_HOME: scratchFolder() });
    const two = dataFolderOf('/srv/b/giao-uoc', { XDG_DATA_HOME: scratchFolder() });
    expect(one).not.toBe(two);
    expect(dataFolderOf('/srv/a/giao-uoc/', { XDG_DATA_HOME: scratchFolder() })).toBe(one);
    expect(path.basename(one)).toMatch(/^giao-uoc-[0-9a-f]{12}$/);
    expect(one.startsWith('/srv')).toBe(false);
  });

  it('is a plain name also for a checkout with Vietnamese letters and blanks', () => {
    expect(path.basename(dataFolderOf('/srv/Giao Ước', { XDG_DATA_HOME: scratchFolder() }))).toMatch(/^[\w.-]+$/);
  });

  it('knows which folders another account can enter', () => {
    const dir = mkdtempSync(path.join(scratchFolder(), 'giaouoc-folder-'));
    const inner = path.join(dir, 'inner');
    mkdirSync(inner);
    for (const [outer, own, expected] of [
      [0o711, 0o755, true],
      [0o711, 0o700, false],
      [0o700, 0o755, false],
    ] as const) {
      chmodSync(dir, outer);
      chmodSync(inner, own);
      expect(reachableByOthers(inner)).toBe(expected);
      expect(reachableByOthers(path.join(inner, 'not-there-yet'))).toBe(expected);
    }
    rmSync(dir, { recursive: true });
  });
});
