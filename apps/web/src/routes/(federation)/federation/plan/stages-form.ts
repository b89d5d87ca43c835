import { assignments, peerTakes, stageKinds, type PeerSettings, type Stage } from '@giaouoc/domain/plan/conduct.schema';
import type { PlanDocument } from '@giaouoc/domain/plan/document';
import { setConduct } from '@giaouoc/domain/plan/edit/conduct';
import {
  addStage,
  moveStage,
  removeStage,
  setStage,
  type StagePatch,
  useStagePreset,
} from '@giaouoc/domain/plan/edit/stages';
import { peerSettings } from '@giaouoc/domain/plan/stage';
import { stagePresets } from '@giaouoc/domain/plan/stage-presets';
import { ok, refuse, type Result } from '@giaouoc/domain/result';
import { typed } from './decimal-text.ts';

/** Codes of lines as one types them: between commas or spaces; none means all lines. */
export function typedLines(text: string): string[] | null {
  const codes = text.split(/[\s,;]+/).filter((code) => code !== '');
  return codes.length === 0 ? null : codes;
}

/** A number of points as one types it, `1,5`; nothing where the field is empty. */
export function typedSpread(text: string): string | null {
  const read = typed(text);
  return read.kind === 'value' ? read.value || null : text.trim();
}

/** Settings of a stage of units of the cluster with one of them changed; an empty spread is taken away. */
export function withPeer(peer: PeerSettings, patch: Partial<Record<keyof PeerSettings, unknown>>): PeerSettings {
  const { spread, ...rest } = { ...peer, ...patch };
  return { ...rest, ...(spread === null || spread === undefined ? {} : { spread }) } as PeerSettings;
}

/**
 * The plan with the stages as a form of the section sent them, and after them what its button does (`do`): `save`, `add`,
 * `preset`, or `up-2`, `down-2`, `remove-2` of a place. What was typed is kept also where it is a fault: the check list says so.
 *
 * @returns `stale-revision` where the form is of another list of stages than the draft has
 */
export function withStagesForm(
  document: PlanDocument,
  form: FormData,
): Result<PlanDocument, 'too-many-stages' | 'stale-revision'> {
  const { stages } = document.conduct;
  const field = (name: string, place: number): string | undefined => {
    const value = form.get(`${name}-${String(place)}`);
    return typeof value === 'string' ? value : undefined;
  };
  if (stages.some((_, place) => field('title', place) === undefined)) return refuse('stale-revision');
  let plan = stages.reduce((before, stage, place) => setStage(before, place, patchOf(stage, place)), document);
  const countsFrom = form.get('countsFrom');
  plan = setConduct(plan, {
    ...(typeof countsFrom === 'string' && stages.some(({ code }) => code === countsFrom) && { countsFrom }),
    unverifiedCounts: form.get('unverifiedCounts') !== null,
  });
  const [deed, at] = String(form.get('do') ?? 'save').split(/-(?=\d+$)/);
  const place = Number(at);
  switch (deed) {
    case 'up':
      return ok(moveStage(plan, place, -1));
    case 'down':
      return ok(moveStage(plan, place, 1));
    case 'remove':
      return ok(removeStage(plan, place));
    case 'add':
      return addStage(plan, stageKinds.find((kind) => kind === form.get('kind')) ?? 'federation');
    case 'preset': {
      const preset = stagePresets.find(({ code }) => code === form.get('preset'));
      return ok(preset ? useStagePreset(plan, preset) : plan);
    }
    default:
      return ok(plan);
  }

  function patchOf(stage: Stage, at: number): StagePatch {
    const peer = field('scorers', at) === undefined ? stage.peer : peerOf(stage, at);
    return {
      title: field('title', at) ?? stage.title,
      opens: field('opens', at) || null,
      closes: field('closes', at) || null,
      lines: typedLines(field('lines', at) ?? ''),
      ...(peer && { peer }),
    };
  }
  function peerOf(stage: Stage, at: number): PeerSettings {
    return withPeer(peerSettings(stage), {
      scorers: Number(field('scorers', at)),
      assigned: assignments.find((one) => one === field('assigned', at)) ?? 'hand',
      take: peerTakes.find((one) => one === field('take', at)) ?? 'mean',
      spread: typedSpread(field('spread', at) ?? ''),
    });
  }
}
