import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../../testing/scratch.ts';
import { closedToOthers, reachableByOthers, stage } from './binaries.ts';
import { dataFolderOf } from './data-folder.ts';
import { folderModes, makeFolder } from './make-folder.ts';

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

  it('makes folders below folders that are not there: for root each lets other accounts through', () => {
    const dir = mkdtempSync(path.join(scratchFolder(), 'giaouoc-folder-'));
    const modeOf = (...parts: string[]) => statSync(path.join(dir, ...parts)).mode & 0o777;
    const root = folderModes(true);
    makeFolder(path.join(dir, 'lib/giaouoc/one'), root.own, root.parents);
    expect([modeOf('lib'), modeOf('lib/giaouoc'), modeOf('lib/giaouoc/one')]).toEqual([0o755, 0o755, 0o711]);
    const person = folderModes(false);
    makeFolder(path.join(dir, 'home/share/one'), person.own, person.parents);
    expect([modeOf('home'), modeOf('home/share/one')]).toEqual([0o700, 0o700]);
    // One that is there and open to a group stays so; one that is closed is opened.
    chmodSync(path.join(dir, 'home/share/one'), 0o770);
    makeFolder(path.join(dir, 'home/share/one'), 0o711, 0o755);
    expect(modeOf('home/share/one')).toBe(0o771);
    rmSync(dir, { recursive: true });
  });

  it('names the uppermost folder that is closed', () => {
    const dir = mkdtempSync(path.join(scratchFolder(), 'giaouoc-folder-'));
    makeFolder(path.join(dir, 'a/b'), 0o700, 0o711);
    chmodSync(dir, 0o711);
    expect(closedToOthers(path.join(dir, 'a/b/c'))).toBe(path.join(dir, 'a/b'));
    chmodSync(path.join(dir, 'a'), 0o700);
    expect(closedToOthers(path.join(dir, 'a/b/c'))).toBe(path.join(dir, 'a'));
    rmSync(dir, { recursive: true });
  });

  it('copies programs that were unpacked under a strict umask so that every account may run them', () => {
    const dir = mkdtempSync(path.join(scratchFolder(), 'giaouoc-folder-'));
    makeFolder(path.join(dir, 'native/bin'), 0o700, 0o700);
    writeFileSync(path.join(dir, 'native/bin/postgres'), '', { mode: 0o700 });
    writeFileSync(path.join(dir, 'native/bin/notes'), '', { mode: 0o600 });
    symlinkSync('notes', path.join(dir, 'native/bin/link'));
    const staged = stage(path.join(dir, 'native'), path.join(dir, 'shelf/postgres-1'));
    const modeOf = (...parts: string[]) => statSync(path.join(staged, ...parts)).mode & 0o777;
    expect([modeOf(), modeOf('bin'), modeOf('bin/postgres'), modeOf('bin/notes')]).toEqual([
      0o755, 0o755, 0o755, 0o644,
    ]);
    expect(stage(path.join(dir, 'native'), staged)).toBe(staged);
    rmSync(dir, { recursive: true });
  });
});
