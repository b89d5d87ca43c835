import { describe, expect, it, test } from 'vitest';
import { value } from '../../testing/reporting.ts';
import { twoSemesters } from '../../testing/two-semesters.ts';
import { hashOf } from '../hash/canonical.ts';
import { carryOver } from './carry-over.ts';
import { changesInWords } from './change-words.ts';
import { checkPlanDocument } from './check-document.ts';
import { conductSchema, mostStages, type Stage } from './conduct.schema.ts';
import { contentHash } from './content-hash.ts';
import { diffPlans } from './diff-plans.ts';
import type { PlanDocument } from './document.ts';
import { addStage, moveStage, removeStage, renameCodes, setStage, useStagePreset } from './edit/index.ts';
import { rulesOfPlan } from './in-words/index.ts';
import { publishNext } from './publish.ts';
import { isOfOldKind, kindOf } from './stage.ts';
import { stagePresets } from './stage-presets.ts';

const preset = (letter: string) => stagePresets.find(({ code }) => code === letter)!;
const withPreset = (letter: string): PlanDocument => useStagePreset(twoSemesters, preset(letter));
const stagesOf = ({ conduct }: PlanDocument) => conduct.stages.map(({ code }) => code).join(' ');
const withStages = (stages: Stage[], countsFrom = stages.at(-1)!.code): PlanDocument => ({
  ...twoSemesters,
  conduct: { ...twoSemesters.conduct, stages, countsFrom },
});

describe('plans of before stages had kinds', () => {
  const old = withStages(
    ['self', 'cross', 'explanation', 'federation', 'committee'].map((code) => ({ code, title: `Bước ${code}` })),
    'federation',
  );
  it('parse to what they were, and keep their hash', () => {
    const given = JSON.parse(JSON.stringify(old)) as PlanDocument;
    expect(conductSchema.parse(given.conduct)).toEqual(old.conduct);
    expect(hashOf(conductSchema.parse(given.conduct))).toBe(hashOf(given.conduct));
    const checked = checkPlanDocument(given, ['th']);
    expect(checked.faults).toEqual([]);
    expect(contentHash(checked.document!)).toBe(contentHash(old));
    // Of the very bytes: a key more or less would change it.
    expect(hashOf(checked.document!.conduct.stages)).toBe(
      'sha256:a526f692f0507af6947f1710d16873c4345b520ec5f2a06ce12bcda855d85061',
    );
  });
  it('have the kinds their codes say', () => {
    expect(old.conduct.stages.map(kindOf)).toEqual(['self', 'peer', 'explanation', 'federation', 'committee']);
    expect(isOfOldKind(old.conduct)).toBe(true);
  });
  it('say what their stages are once somebody changes them', () => {
    const changed = moveStage(old, 1, 1);
    expect(isOfOldKind(changed.conduct)).toBe(false);
    expect(changed.conduct.stages.map(({ code, kind }) => [code, kind])[2]).toEqual(['cross', 'peer']);
    expect(moveStage(old, 0, -1)).toBe(old);
  });
});

describe('presets', () => {
  test.each(stagePresets)('variant $code is a sound plan', ({ code }) => {
    expect(checkPlanDocument(withPreset(code), ['th']).faults).toEqual([]);
  });
  it('name each variant once, and hold no hour', () => {
    expect(stagePresets.map(({ code }) => code).join('')).toBe('ABCDEF');
    expect(JSON.stringify(stagePresets)).not.toMatch(/opens|closes/);
  });
});

describe('changing the list', () => {
  it('adds, with a title and a code of its own', () => {
    const once = value(addStage(withPreset('C'), 'federation'));
    const twice = value(addStage(once, 'federation'));
    expect(stagesOf(twice)).toBe('self heads session committee committee-2 federation federation-2');
    expect(twice.conduct.stages.at(-1)).toEqual({
      ...{ code: 'federation-2', kind: 'federation', title: 'Công đoàn cấp trên thẩm định lần 2' },
    });
    expect(twice.conduct.countsFrom).toBe('committee-2');
    expect(value(addStage(twice, 'peer')).conduct.stages.at(-1)?.peer?.scorers).toBe(1);
    expect(stagesOf(value(addStage(withStages([{ code: 'federation', title: 'T' }]), 'self')))).toBe('self federation');
  });
  it('moves, changes and takes out', () => {
    const plan = withPreset('E');
    expect(stagesOf(moveStage(plan, 2, -1))).toBe('self explanation federation federation-2');
    const windowed = setStage(plan, 1, { opens: '2027-05-01T08:00', title: 'Lần một' });
    expect(windowed.conduct.stages[1]).toMatchObject({ opens: '2027-05-01T08:00', title: 'Lần một' });
    expect(setStage(windowed, 1, { opens: null }).conduct.stages[1]).not.toHaveProperty('opens');
    expect(setStage(plan, 9, { title: 'x' })).toBe(plan);
    const without = removeStage(plan, 3);
    expect([stagesOf(without), without.conduct.countsFrom]).toEqual(['self federation explanation', 'explanation']);
    const only = withStages([{ code: 'federation', kind: 'federation', title: 'T' }]);
    expect(removeStage(only, 0)).toBe(only);
  });
  it('stops at the most', () => {
    let plan = withPreset('A');
    while (plan.conduct.stages.length < mostStages) plan = value(addStage(plan, 'committee'));
    expect(addStage(plan, 'committee')).toMatchObject({ ok: false, code: 'too-many-stages' });
  });
  it('follows codes of lines, and moves hours to the next year', () => {
    const plan = setStage(withPreset('F'), 2, {
      lines: ['1.1'],
      opens: '2027-05-01T08:00',
      closes: '2027-05-02T08:00',
    });
    expect(renameCodes(plan, new Map([['1.1', '1.9']])).conduct.stages[2]?.lines).toEqual(['1.9']);
    const next = carryOver(plan, { code: 'q', title: 'Q', from: '2027-09-01', to: '2028-08-31' });
    expect(next.conduct.stages[2]).toMatchObject({ opens: '2028-05-01T08:00', closes: '2028-05-02T08:00' });
    expect(next.conduct.stages[1]).toEqual(plan.conduct.stages[1]);
  });
});

describe('publishing', () => {
  const first = { version: 1, document: withPreset('F') };
  it('a published stage keeps its kind', () => {
    const other = withStages([
      { code: 'self', kind: 'self', title: 'S' },
      { code: 'x', kind: 'session', title: 'X' },
    ]);
    const changed = withStages([
      { code: 'self', kind: 'self', title: 'S' },
      { code: 'x', kind: 'committee', title: 'Xét' },
    ]);
    expect(publishNext([first, { version: 2, document: other }], changed, ['th'])).toMatchObject({
      code: 'stage-meaning-changed',
      detail: { stages: ['Xét'] },
    });
  });
  it('a kind that is now named is the same kind', () => {
    const { code, title } = first.document.conduct.stages[1]!;
    const old = withStages([{ code, title }]);
    expect(
      publishNext([{ version: 1, document: old }], withStages([{ code, kind: 'federation', title }]), ['th']).ok,
    ).toBe(true);
  });
});

describe('in words', () => {
  const wordsOf = (plan: PlanDocument) => rulesOfPlan(plan, []).stages;
  it('an old plan says what it said', () => {
    expect(wordsOf(twoSemesters)[0]).toBe(
      'Các bước chấm: Tự chấm → Thẩm định → Hội đồng. Kết quả lấy theo bước “Thẩm định”.',
    );
    expect(wordsOf(twoSemesters).join()).not.toContain('gần nhất');
  });
  it('the order, what counts where a step said nothing, hours, lines, scorers, and who sees what', () => {
    let plan = setStage(withPreset('B'), 1, {
      opens: '2027-05-20T08:00',
      closes: '2027-05-27T17:00',
      lines: ['1.1', '1.2'],
      peer: { scorers: 3, assigned: 'draw', take: 'median', spread: '1.5', places: 2 },
    });
    plan = { ...plan, conduct: { ...plan.conduct, visibility: { unit: { scorersNames: 'never' } } } };
    expect(wordsOf(plan).slice(0, 4)).toEqual([
      'Các bước chấm: Đơn vị tự chấm → Chấm chéo trong cụm → Công đoàn cấp trên thẩm định. Kết quả lấy theo bước “Công đoàn cấp trên thẩm định”.',
      'Tiêu chí nào bước “Công đoàn cấp trên thẩm định” không nói đến thì lấy theo bước gần nhất trước đó đã chấm tiêu chí ấy.',
      'Bước “Chấm chéo trong cụm”: mở từ 08:00, 20/05/2027; đóng lúc 17:00, 27/05/2027; chỉ chấm các tiêu chí 1.1, 1.2; mỗi đơn vị do 3 đơn vị khác chấm (bốc thăm), lấy điểm đứng giữa (trung vị), làm tròn 2 chữ số thập phân; chênh quá 1,5 điểm thì mời người chấm thứ ba.',
      'Đơn vị: tên người chấm không xem được.',
    ]);
  });
  it('what changed from version to version', () => {
    const [before, after] = [withPreset('A'), withPreset('E')];
    expect(changesInWords(diffPlans(before, after), before, after)).toEqual([
      'Bước chấm “Công đoàn cấp trên thẩm định lần 1”, tên: “Công đoàn cấp trên thẩm định” → “Công đoàn cấp trên thẩm định lần 1”',
      'Bước chấm: thêm “Đơn vị giải trình”',
      'Bước chấm: thêm “Công đoàn cấp trên thẩm định lần 2”',
      'Kế hoạch, bước chấm được tính: “Công đoàn cấp trên thẩm định” → “Công đoàn cấp trên thẩm định lần 2”',
    ]);
    const moved = moveStage(after, 2, 1);
    expect(changesInWords(diffPlans(after, moved), after, moved)).toEqual(['Kế hoạch: đổi thứ tự các bước chấm']);
  });
});
