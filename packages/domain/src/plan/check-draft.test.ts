import { describe, expect, it } from 'vitest';
import { checkDraft } from './check-draft.ts';
import { checkPlanDocument } from './check-document.ts';
import type { PlanDocument } from './document.ts';
import { setConduct } from './edit/conduct.ts';
import { addLine } from './edit/lines.ts';
import { setSettings } from './edit/settings.ts';
import { emptyPlan } from './empty-plan.ts';
import { playable } from './playable.ts';
import { publishNext } from './publish.ts';
import { stageCodes } from './conduct.schema.ts';
import { stageWords } from './conduct-words.ts';

const added = addLine(emptyPlan({ code: 'p', title: 'K', from: '2026-09-01', to: '2027-08-31' }), '1', {
  ...{ title: 'A', kind: 'task', max: '100', rule: { kind: 'yesNo' } },
});
const plan: PlanDocument = added.ok ? added.value : (undefined as never);
const places = {
  blocks: [
    { code: 'th', name: 'Khối Tiểu học', units: 14 },
    { code: 'gd', name: 'Khối Giáo dục thường xuyên', units: 2 },
    { code: 'tr', name: 'Khối chưa có đơn vị', units: 0 },
  ],
  clusters: [{ code: 'c1', name: 'Cụm 1', units: 4 }],
};
const blocks = places.blocks.map(({ code }) => code);
const quota = (more: object) => ({
  ...{ code: 'q', grade: 'HTXS', of: 'graded', share: '0.2' },
  ...({ within: 'block', rounding: 'floor', ties: 'keep' } as const),
  ...more,
});
const at = (list: readonly { pointer: string; code: string }[]) =>
  list.map(({ pointer, code }) => `${pointer} ${code}`);

describe('what cannot be played yet', () => {
  it.each(stageCodes)('countsFrom %s', (countsFrom) => {
    const stages = stageCodes.map((code) => ({ code, title: stageWords[code] }));
    const draft = setConduct(plan, { stages, countsFrom, unverifiedCounts: true });
    const expected = playable.stages.includes(countsFrom) ? [] : ['/conduct/countsFrom stage-not-playable'];
    expect(at(checkDraft(draft, places).faults)).toEqual(expected);
  });

  it('a decision of the committee, and lots', () => {
    const draft = setSettings(plan, {
      quotas: [quota({ ties: 'decide' })],
      ranking: { within: 'block', by: ['total', 'lot'], tie: 'shared' },
    });
    const { faults } = checkDraft(draft, places);
    expect(at(faults)).toEqual([
      '/scoring/quotas/0/ties ties-not-playable',
      '/scoring/ranking/by/1 ranking-key-not-playable',
    ]);
    // Each says what to choose instead.
    for (const { message } of faults) expect(message).toMatch(/Chọn /);
  });

  it('is no fault of the format: a version that has it stays valid and is followed by one without', () => {
    const before = setConduct(plan, { stages: [{ code: 'cross', title: 'Chéo' }], countsFrom: 'cross' });
    expect(checkPlanDocument(before, blocks).faults).toEqual([]);
    expect(publishNext([{ version: 1, document: before }], plan, blocks)).toMatchObject({ ok: true });
  });

  it('a step that is listed and passed over, and a partner who would verify', () => {
    const stages = stageCodes.map((code) => ({ code, title: stageWords[code] }));
    const draft = setConduct(plan, { stages });
    const [code, line] = Object.entries(draft.conduct.lines)[0]!;
    const lines = { [code]: { ...line, verifiedBy: 'partner' as const } };
    const { faults, warnings } = checkDraft({ ...draft, conduct: { ...draft.conduct, lines } }, places);
    expect(faults).toEqual([]);
    expect(at(warnings).filter((one) => one.includes('passed-over'))).toEqual([
      '/conduct/stages/1 stage-passed-over',
      '/conduct/stages/2 stage-passed-over',
      '/conduct/stages/4 stage-passed-over',
      `/conduct/lines/${code}/verifiedBy verifier-passed-over`,
    ]);
  });
});

describe('a quota that leaves no place', () => {
  const messages = (more: object) =>
    checkDraft(setSettings(plan, { quotas: [quota(more)] }), places)
      .warnings.filter(({ code }) => code === 'quota-no-room')
      .map(({ message }) => message);

  it('is named with the block and its number of units', () => {
    expect(messages({})).toEqual([
      'Khối Giáo dục thường xuyên có 2 đơn vị: 20 % của 2 = 0,4 → 0, nên không đơn vị nào được xếp loại “Hoàn thành xuất sắc nhiệm vụ”. ' +
        'Nếu không muốn vậy, đổi cách làm tròn hoặc đặt giới hạn trong phạm vi lớn hơn.',
    ]);
    expect(messages({ within: 'cluster' })).toHaveLength(1);
  });
  it('is not, where somebody has a place', () => {
    expect(messages({ rounding: 'ceil' })).toEqual([]);
    expect(messages({ share: '0.5' })).toEqual([]);
    expect(messages({ within: 'federation' })).toEqual([]);
    expect(messages({ share: '0' })).toEqual([]);
  });
});
