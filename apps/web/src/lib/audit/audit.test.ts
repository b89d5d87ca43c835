import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { actionGroups, actionWords } from './audit-words.ts';
import { differences } from './differences.ts';

const root = path.join(import.meta.dirname, '../../../../..');

describe('what a change is called', () => {
  it('has words for every action that the API writes into the trace', () => {
    const written = globSync('apps/api/src/features/**/*.ts', { cwd: root })
      .filter((file) => !file.endsWith('.test.ts'))
      .flatMap((file) => [...readFileSync(path.join(root, file), 'utf8').matchAll(/\baction: '([a-z]+\.[A-Za-z-]+)'/g)])
      .map(([, action]) => action!);
    expect(written.length).toBeGreaterThan(20);
    expect([...new Set(written)].filter((action) => !(action in actionWords))).toEqual([]);
  });

  it('lets one look for each by its group', () => {
    const alone = Object.keys(actionWords).filter(
      (action) => !actionGroups.some(([start]) => action.startsWith(start)),
    );
    expect(alone).toEqual([]);
  });
});

describe('what changed', () => {
  it('says figures, states and dates as people write them, and only what differs', () => {
    const before = { status: 'draft', figure: { part: '44', whole: '46' }, note: 'như cũ' };
    const after = { status: 'accepted', figure: { part: '45', whole: '46' }, note: 'như cũ', points: '3.5' };
    expect(differences(before, after)).toEqual([
      { what: 'Tình trạng', before: 'bản nháp', after: 'chấp nhận' },
      { what: 'Số liệu', before: '44/46', after: '45/46' },
      { what: 'Điểm', before: null, after: '3,5' },
    ]);
    expect(differences({ due: '2027-01-15T17:00' }, { due: '2027-01-20T10:00:00.000Z' })).toEqual([
      { what: 'Hạn', before: '17:00, 15/01/2027', after: '17:00, 20/01/2027' },
    ]);
  });

  it('names the place in a draft, and keeps ids to itself', () => {
    expect(
      differences({ '/scoring/groups/0/lines/2/max': '4' }, { '/scoring/groups/0/lines/2/max': '5', id: 'x' }),
    ).toEqual([{ what: 'Tiêu chí chấm › Nhóm › 1 › Tiêu chí › 3 › Điểm tối đa', before: '4', after: '5' }]);
    expect(differences('Khối 1', 'Khối 2')).toEqual([{ what: 'Tên', before: 'Khối 1', after: 'Khối 2' }]);
    expect(differences(null, null)).toEqual([]);
  });
});
