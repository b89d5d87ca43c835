import { describe, expect, it } from 'vitest';
import { checkDraft } from './check-draft.ts';
import { checkPlanDocument } from './check-document.ts';
import type { PlanDocument } from './document.ts';
import { setConduct, setConductPart } from './edit/conduct.ts';
import { addLine } from './edit/lines.ts';
import { setSettings } from './edit/settings.ts';
import { emptyPlan } from './empty-plan.ts';
import { publishNext } from './publish.ts';
import { useStagePreset } from './edit/stages.ts';
import { stagePresets } from './stage-presets.ts';

const added = addLine(emptyPlan({ code: 'p', title: 'K', from: '2026-09-01', to: '2027-08-31' }), '1', {
  ...{ title: 'A', kind: 'task', max: '100', rule: { kind: 'yesNo' } },
});
const plan: PlanDocument = added.ok ? added.value : (undefined as never);
/** Codes of plans of before stages had kinds. */
const oldCodes = ['self', 'cross', 'explanation', 'federation', 'committee'] as const;
const oldStages = oldCodes.map((code) => ({ code, title: `Bước ${code}` }));
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
  it.each([
    ['self', true],
    ['cross', false],
    ['explanation', false],
    ['federation', true],
    // The federation's word counts where the committee said nothing.
    ['committee', true],
  ])('countsFrom %s of an old plan: %s', (countsFrom, plays) => {
    const draft = setConduct(plan, { stages: oldStages, countsFrom, unverifiedCounts: true });
    expect(at(checkDraft(draft, places).faults)).toEqual(plays ? [] : ['/conduct/countsFrom stage-not-playable']);
  });

  it.each(stagePresets)('variant $code, which counts from $countsFrom', (preset) => {
    const { faults, warnings } = checkDraft(useStagePreset(plan, preset), places);
    // Nobody before the committees of variant C can judge here yet.
    expect(at(faults)).toEqual(preset.code === 'C' ? ['/conduct/countsFrom stage-not-playable'] : []);
    const playing = preset.stages.filter(({ code }) => code === 'self' || code === 'federation').length;
    const said = preset.stages.length - playing - (preset.code === 'C' ? 1 : 0);
    expect(warnings.filter(({ code }) => code === 'stage-passed-over')).toHaveLength(said);
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
    const draft = setConduct(plan, { stages: oldStages });
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

describe('the sentences of the check list', () => {
  const half = (more: object) => ({ ...plan, scoring: { ...plan.scoring, ...more } }) as PlanDocument;
  const period = { code: 'hk1', title: 'Học kỳ I', from: '2026-09-01', to: '2027-12-01', due: '2029-01-15T17:00' };
  it.each([
    ['a number that is none', half({ scale: { base: 'hai mươi', bonusMax: 'x' } })],
    ['a share beyond 1', half({ quotas: [quota({ share: '3', grade: 'HTT' })] })],
    ['days the wrong way round', half({ from: '2027-08-31', to: '2026-09-01' })],
    ['no day at all', half({ from: '' })],
    ['a block without its points', half({ scale: { base: { th: '100' } } })],
    ['points that do not add up', half({ scale: { base: '99', total: '50' } })],
    ['points that do not add up in a block', half({ scale: { base: { th: '100', gd: '90', tr: '100' } } })],
    ['a period beyond the year', setConductPart(plan, { periods: [period] })],
    [
      'a gate that never fires',
      half({
        gates: [{ code: 'g1', title: 'Nợ kinh phí', when: { activeMonths: { lt: 0 } }, effect: { notGraded: true } }],
      }),
    ],
    ['two periods of one code', setConductPart(plan, { periods: [...plan.conduct.periods, ...plan.conduct.periods] })],
  ])('%s: titles and dates as people write them, nothing of how a file is written', (_what, draft) => {
    const { faults, warnings } = checkDraft(draft, places);
    expect(faults.length + warnings.length).toBeGreaterThan(0);
    for (const { message } of [...faults, ...warnings]) {
      expect(message).not.toMatch(/ngoặc kép|\d{4}-\d\d-\d\d|JSON/);
      // Of what stands in quotation marks, nothing is a word of the format or a code.
      expect(message).not.toMatch(/“(from|to|base|share|scale|th|gd|tr|hk1|g1|q|HTXS|HTT|ca-nam)”/);
    }
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
