import { ok, refuse, type Result } from '../../result.ts';
import { stageKindWords } from '../conduct-words.ts';
import { type Conduct, mostStages, type Stage, type StageKind } from '../conduct.schema.ts';
import type { PlanDocument } from '../document.ts';
import { kindOf, usualPeerSettings } from '../stage.ts';
import type { StagePreset } from '../stage-presets.ts';
import { setConductPart } from './conduct.ts';
import { patched } from './lines.ts';
import { movedBy } from './order.ts';

/** What an officer changes of a stage; `null` takes a setting away. The kind stays: a stage of another kind is another stage. */
export type StagePatch = { title?: string } & { [K in 'opens' | 'closes' | 'lines' | 'peer']?: Stage[K] | null };

/** Adds a stage of a kind at the end, with the kind's usual words as its title and a code of its own. */
export function addStage(document: PlanDocument, kind: StageKind): Result<PlanDocument, 'too-many-stages'> {
  const stages = named(document.conduct);
  if (stages.length >= mostStages) return refuse('too-many-stages', { max: mostStages });
  const many = stages.filter((stage) => stage.kind === kind).length;
  const words = stageKindWords[kind];
  const stage: Stage = {
    code: freshCode(kind, new Set(stages.map(({ code }) => code))),
    kind,
    title: many === 0 ? words : `${words} lần ${String(many + 1)}`,
    ...(kind === 'peer' ? { peer: usualPeerSettings } : {}),
  };
  // Units score themselves before anybody else speaks.
  return ok(setConductPart(document, { stages: kind === 'self' ? [stage, ...stages] : [...stages, stage] }));
}

/** Changes the stage at a place. */
export function setStage(document: PlanDocument, place: number, patch: StagePatch): PlanDocument {
  const stages = named(document.conduct);
  const stage = stages[place];
  if (stage === undefined) return document;
  return setConductPart(document, { stages: stages.with(place, patched(stage, patch)) });
}

/** Takes the stage at a place out; where it was the one that counts, the last one left counts. The only one stays. */
export function removeStage(document: PlanDocument, place: number): PlanDocument {
  const { stages, countsFrom } = document.conduct;
  if (stages.length <= 1 || stages[place] === undefined) return document;
  const left = named(document.conduct).toSpliced(place, 1);
  const counts = left.some(({ code }) => code === countsFrom) ? countsFrom : left.at(-1)!.code;
  return setConductPart(document, { stages: left, countsFrom: counts });
}

/** Moves a stage one place up or down. */
export function moveStage(document: PlanDocument, place: number, by: -1 | 1): PlanDocument {
  const stages = named(document.conduct);
  const moved = movedBy(stages, place, by);
  return moved === stages ? document : setConductPart(document, { stages: [...moved] });
}

/** The stages of a preset in place of those there are. */
export function useStagePreset(document: PlanDocument, { stages, countsFrom }: StagePreset): PlanDocument {
  return setConductPart(document, { stages: [...stages], countsFrom });
}

/** Whoever changes the stages of an old plan says of all of them what they are. */
const named = ({ stages }: Conduct): Stage[] =>
  stages.map((stage) => (stage.kind === undefined ? { ...stage, kind: kindOf(stage) } : stage));

/** The kind itself, else the kind with a number: codes that no file has to explain. */
function freshCode(kind: StageKind, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const code = number === 1 ? kind : `${kind}-${String(number)}`;
    if (!taken.has(code)) return code;
  }
}
