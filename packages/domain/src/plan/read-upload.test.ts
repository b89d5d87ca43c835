import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { YearFile } from '../year-file/index.ts';
import { defaultConduct } from './default-conduct.ts';
import { linesOf, type PlanDocument } from './document.ts';
import { readUpload } from './read-upload.ts';

const file = new URL('../../conformance/real-05-02-truong-hoc.year.json', import.meta.url);
const year = JSON.parse(readFileSync(file, 'utf8')) as YearFile;
const document: PlanDocument = { scoring: year.plan, conduct: defaultConduct(year.plan) };
const blocks = [...new Set(year.units.map(({ block }) => block))];

describe('reading a plan from a file', () => {
  it.each([
    ['plan', year.plan],
    ['year', year],
    ['document', document],
  ])('takes a %s', (kind, json) => {
    expect(readUpload(json, blocks)).toMatchObject({ kind, faults: [], document });
  });

  it('keeps the conduct of the draft before it, line by line', () => {
    const [first] = linesOf(year.plan);
    const code = first!.line.code;
    const before: PlanDocument = {
      ...document,
      conduct: {
        ...document.conduct,
        lines: { [code]: { ...document.conduct.lines[code]!, help: 'Ghi theo sổ' } },
        periods: document.conduct.periods.map((period) => ({ ...period, title: 'Một kỳ' })),
      },
    };
    const { document: read } = readUpload(year.plan, blocks, before);
    expect(read?.conduct.lines[code]?.help).toBe('Ghi theo sổ');
    expect(read?.conduct.periods[0]?.title).toBe('Một kỳ');
    expect(Object.keys(read?.conduct.lines ?? {}).sort()).toEqual(Object.keys(document.conduct.lines).sort());
  });

  it('lists every fault of a file that cannot be read, with places in that file', () => {
    const broken = { ...year, plan: { ...year.plan, places: 9, grades: [], from: '2023-02-30' } };
    const { document: none, faults } = readUpload(broken, blocks);
    expect(none).toBeUndefined();
    expect(faults.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/plan/places', '/plan/grades', '/plan/from']),
    );
    expect(faults.filter(({ pointer }) => pointer.startsWith('/conduct'))).toEqual([]);
    expect(faults.every(({ message }) => message.length > 10)).toBe(true);
  });

  it('takes a plan whose points do not add up yet, and says so', () => {
    const { document: read, faults } = readUpload({ ...year.plan, scale: { base: '12345' } }, blocks);
    expect(read?.scoring.scale.base).toBe('12345');
    expect(faults.map(({ pointer }) => pointer)).toContain('/scale/base');
  });

  it('refuses a code used twice, which the editor could not tell apart', () => {
    const [group] = year.plan.groups;
    const twice = { ...year.plan, groups: [...year.plan.groups, { ...group!, lines: [], groups: [] }] };
    expect(readUpload(twice, blocks).document).toBeUndefined();
  });

  it.each([[null], [[]], ['kế hoạch'], [12], [{}], [{ plan: null }], [{ scoring: {}, conduct: [] }]])(
    'answers %j with faults and nothing else',
    (json) => {
      const { document: none, faults } = readUpload(json, blocks);
      expect(none).toBeUndefined();
      expect(faults.length).toBeGreaterThan(0);
    },
  );
});
