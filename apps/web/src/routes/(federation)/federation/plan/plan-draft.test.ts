import { emptyPlan } from '@giaouoc/domain/plan/empty-plan';
import { addGroup } from '@giaouoc/domain/plan/edit/groups';
import { setLine } from '@giaouoc/domain/plan/edit/lines';
import { renameCodes } from '@giaouoc/domain/plan/edit/rename';
import { setSettings } from '@giaouoc/domain/plan/edit/settings';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Save } from './autosave.svelte.ts';
import { type Plan, PlanDraft } from './plan-draft.svelte.ts';
import { moveRow, newLine } from './plan-moves.ts';

const yearId = '0198c0de-0000-7000-8000-000000000001';
const plan = (): Plan & { draft: NonNullable<Plan['draft']> } => ({
  year: {
    id: yearId,
    code: '2026-2027',
    title: 'Năm học 2026–2027',
    from: '2026-09-01',
    to: '2027-08-31',
    status: 'running',
  },
  blocks: [{ code: 'th', name: 'Khối Tiểu học', units: 14 }],
  clusters: [],
  draft: {
    document: emptyPlan({ code: 'p', title: 'Kế hoạch', from: '2026-09-01', to: '2027-08-31' }),
    revision: 3,
    savedAt: '2026-11-01T02:00:00.000Z',
    savedBy: 'Cán bộ thi đua',
  },
  base: null,
  faults: [],
  warnings: [],
  versions: [],
  publishedCodes: [],
  sources: [],
});

/** A server that takes everything, in the order it comes. */
function taking() {
  const sent: Parameters<Save>[0][] = [];
  const save: Save = (draft) => {
    sent.push(draft);
    return Promise.resolve({ revision: draft.revision + 1, savedAt: '2026-11-01T08:20:00.000Z' });
  };
  return { sent, save };
}

const refusing =
  (data: object): Save =>
  () =>
    Promise.reject(Object.assign(new Error('refused'), { data }));
const titled = (draft: PlanDraft, title: string) => draft.change(setSettings(draft.document, { title }), 'title');

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('changing and taking back', () => {
  it('makes one step of what is typed into one field without a pause', () => {
    let now = 0;
    const draft = new PlanDraft(plan(), taking().save, () => now);
    for (const title of ['K', 'Kế', 'Kế h']) {
      titled(draft, title);
      now += 200;
    }
    now += 5000;
    titled(draft, 'Kế hoạch mới');
    draft.undo();
    expect(draft.document.scoring.title).toBe('Kế h');
    draft.undo();
    expect(draft.document.scoring.title).toBe('Kế hoạch');
    expect(draft.canUndo).toBe(false);
    draft.redo();
    draft.redo();
    expect(draft.document.scoring.title).toBe('Kế hoạch mới');
    expect(draft.canRedo).toBe(false);
  });

  it('says why a change was not made, and changes nothing', () => {
    const draft = new PlanDraft(plan(), taking().save);
    const before = draft.document;
    expect(draft.change(setLine(before, '9.9', { title: 'x' }))).toBe(false);
    expect(draft.refused?.code).toBe('line-unknown');
    expect(draft.document).toBe(before);
    titled(draft, 'Khác');
    expect(draft.refused).toBeNull();
  });

  it('selects something that is there after a step back', () => {
    const draft = new PlanDraft(plan(), taking().save);
    const added = newLine(draft.document, { kind: 'group', code: '1' }, []);
    draft.change(added!.document);
    draft.selected = added!.selected;
    expect(draft.line?.line.code).toBe('1.1');
    draft.undo();
    expect(draft.selected).toEqual({ kind: 'group', code: '1' });
  });
});

describe('lines', () => {
  const withLines = (count: number) => {
    const draft = new PlanDraft(plan(), taking().save);
    let selected: PlanDraft['selected'] = { kind: 'group', code: '1' };
    for (let i = 1; i <= count; i++) {
      const added = newLine(draft.document, selected, []);
      draft.change(added!.document);
      selected = added!.selected;
      draft.change(setLine(draft.document, selected.code, { title: `Tiêu chí ${i}`, max: '5' }));
    }
    return draft;
  };
  const titles = (draft: PlanDraft) => draft.lines.map(({ line }) => `${line.code} ${line.title}`);

  it('are added after the selected one and numbered by place', () => {
    const draft = withLines(2);
    const between = newLine(draft.document, { kind: 'line', code: '1.1' }, []);
    draft.change(between!.document);
    expect(between!.selected.code).toBe('1.2');
    expect(titles(draft)).toEqual(['1.1 Tiêu chí 1', '1.2 ', '1.3 Tiêu chí 2']);
  });

  it('move on into the next group at the edge of their own, and not beyond the last', () => {
    const draft = withLines(2);
    const moved = moveRow(draft.document, { kind: 'line', code: '1.2' }, 1, []);
    draft.change(moved!.document);
    expect(moved!.selected.code).toBe('2.1');
    expect(titles(draft)).toEqual(['1.1 Tiêu chí 1', '2.1 Tiêu chí 2']);
    expect(moveRow(draft.document, { kind: 'line', code: '2.1' }, 1, [])).toBeNull();
  });

  it('leave the code of their group as it was chosen, also the first one', () => {
    const draft = withLines(0);
    draft.change(addGroup(draft.document, { title: 'Công tác nữ công', parent: '2' }));
    draft.change(renameCodes(draft.document, new Map([['2.1', 'NC']])));
    const added = newLine(draft.document, { kind: 'group', code: 'NC' }, []);
    draft.change(added!.document);
    expect(draft.groups.map(({ group }) => group.code)).toEqual(['1', '2', 'NC']);
    expect(added!.selected.code).toBe('NC.1');
  });

  it('keep codes that were published', () => {
    const draft = withLines(2);
    const moved = moveRow(draft.document, { kind: 'line', code: '1.2' }, -1, ['1.1', '1.2']);
    draft.change(moved!.document);
    expect(titles(draft)).toEqual(['1.2 Tiêu chí 2', '1.1 Tiêu chí 1']);
  });

  it('count towards the total and the check list as one types', () => {
    const draft = withLines(2);
    expect(draft.totals.blocks).toEqual([{ block: 'th', possible: '10', wanted: '100', short: '90' }]);
    expect(draft.check.faults.map(({ pointer }) => pointer)).toContain('/scoring/scale/base');
    draft.change(setSettings(draft.document, { scale: { base: '10' } }));
    expect(draft.check.faults).toEqual([]);
  });
});

describe('saving', () => {
  it('goes into the year the draft was read from, whatever year the page has gone on to', async () => {
    const { sent, save } = taking();
    const page = plan();
    const draft = new PlanDraft(page, save);
    titled(draft, 'A');
    page.year = { ...page.year, id: '0198c0de-0000-7000-8000-000000000002' };
    await vi.advanceTimersByTimeAsync(1000);
    titled(draft, 'AB');
    await draft.autosave.flush();
    expect(sent.map((one) => one.yearId)).toEqual([yearId, yearId]);
  });

  it('sends the last state a moment after typing stops, and says so only then', async () => {
    const { sent, save } = taking();
    const draft = new PlanDraft(plan(), save);
    titled(draft, 'A');
    titled(draft, 'AB');
    expect(draft.autosave.state).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent.map(({ revision, document }) => [revision, document.scoring.title])).toEqual([[3, 'AB']]);
    expect([draft.autosave.state, draft.autosave.revision]).toEqual(['saved', 4]);
  });

  it('sends the same thing again with the same id before anything newer', async () => {
    const ids: string[] = [];
    let failures = 1;
    const draft = new PlanDraft(plan(), ({ clientId, revision }) => {
      ids.push(clientId);
      if (failures-- > 0) return Promise.reject(Object.assign(new Error('no answer'), { name: 'TRPCClientError' }));
      return Promise.resolve({ revision: revision + 1, savedAt: '2026-11-01T08:20:00.000Z' });
    });
    titled(draft, 'A');
    await vi.advanceTimersByTimeAsync(1000);
    expect(draft.autosave.state).toBe('failed');
    titled(draft, 'AB');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(ids).toHaveLength(3);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[1]);
    expect([draft.autosave.state, draft.autosave.revision]).toEqual(['saved', 5]);
  });

  it('keeps both versions when somebody else was faster, and saves the one that is chosen', async () => {
    const stored = {
      ...plan().draft,
      document: emptyPlan({ code: 'p', title: 'Của họ', from: '2026-09-01', to: '2027-08-31' }),
      revision: 9,
    };
    const stale = { code: 'CONFLICT', refusal: 'stale-revision', detail: { revision: 9 }, current: stored };
    const sent: number[] = [];
    const draft = new PlanDraft(plan(), (saving) => {
      sent.push(saving.revision);
      if (saving.revision < 9) return refusing(stale)(saving);
      return Promise.resolve({ revision: 10, savedAt: '2026-11-01T08:20:00.000Z' });
    });
    titled(draft, 'Của tôi');
    await vi.advanceTimersByTimeAsync(1000);
    expect(draft.autosave.state).toBe('conflict');
    expect(draft.autosave.stored?.document.scoring.title).toBe('Của họ');
    draft.autosave.keepMine();
    await vi.advanceTimersByTimeAsync(1000);
    expect([draft.autosave.state, draft.document.scoring.title, sent]).toEqual(['saved', 'Của tôi', [3, 9]]);
  });

  it('takes the stored version and can still go back to one’s own', async () => {
    const stored = {
      ...plan().draft,
      document: emptyPlan({ code: 'p', title: 'Của họ', from: '2026-09-01', to: '2027-08-31' }),
      revision: 9,
    };
    const draft = new PlanDraft(plan(), refusing({ code: 'CONFLICT', refusal: 'stale-revision', current: stored }));
    titled(draft, 'Của tôi');
    await vi.advanceTimersByTimeAsync(1000);
    draft.takeStored();
    expect([draft.document.scoring.title, draft.autosave.state, draft.autosave.revision]).toEqual([
      'Của họ',
      'saved',
      9,
    ]);
    draft.undo();
    expect(draft.document.scoring.title).toBe('Của tôi');
  });

  it('flushes before publishing and says whether all of it arrived', async () => {
    const { sent, save } = taking();
    const draft = new PlanDraft(plan(), save);
    titled(draft, 'A');
    expect(await draft.autosave.flush()).toBe(true);
    expect(sent).toHaveLength(1);
    const offline = new PlanDraft(plan(), refusing({ code: 'FORBIDDEN', refusal: 'not-allowed' }));
    titled(offline, 'A');
    expect(await offline.autosave.flush()).toBe(false);
    expect([offline.autosave.state, offline.autosave.code]).toEqual(['refused', 'not-allowed']);
  });
});
