import { type Instant, instantOf } from '../period/local-time.ts';
import type { YearStatus } from '../year-status/year-status.ts';
import type { Conduct, Stage } from './conduct.schema.ts';
import { type PlanViewer, type SeenThing, type SeenWhen, seenThings, type Visibility } from './visibility.schema.ts';

/** Who looks: one of the viewers a plan decides about, or the federation, which sees everything. */
export type Viewer = PlanViewer | 'federation';

/**
 * Who sees what when, where the plan says nothing else: the practice that could be read. No text prescribes it. A scorer is
 * asked about the units that were given to it, a head about the units of its cluster, a partner about the lines it supplies.
 */
export const usualVisibility: Readonly<Record<PlanViewer, Readonly<Record<SeenThing, SeenWhen>>>> = {
  unit: {
    ownLayers: 'always',
    othersSelf: 'stage-closes',
    scorersMarks: 'stage-closes',
    scorersNames: 'stage-closes',
    clusterTotals: 'stage-closes',
    federationMarks: 'from-provisional',
  },
  scorer: {
    ownLayers: 'always',
    othersSelf: 'always',
    scorersMarks: 'never',
    scorersNames: 'never',
    clusterTotals: 'stage-closes',
    federationMarks: 'from-provisional',
  },
  head: {
    ownLayers: 'always',
    othersSelf: 'always',
    scorersMarks: 'always',
    scorersNames: 'always',
    clusterTotals: 'always',
    federationMarks: 'from-provisional',
  },
  partner: {
    ownLayers: 'always',
    othersSelf: 'always',
    scorersMarks: 'never',
    scorersNames: 'never',
    clusterTotals: 'from-provisional',
    federationMarks: 'from-provisional',
  },
};

/** When a viewer sees something by this plan. */
export function seenWhen(visibility: Visibility | undefined, viewer: PlanViewer, what: SeenThing): SeenWhen {
  return visibility?.[viewer]?.[what] ?? usualVisibility[viewer][what];
}

/**
 * What a plan may not say: that somebody always sees what practice shows later at the earliest, or that somebody does not see
 * what they said themselves.
 */
export function mayBeSeen(viewer: PlanViewer, what: SeenThing, when: SeenWhen): boolean {
  if (what === 'ownLayers') return when === 'always';
  return when !== 'always' || usualVisibility[viewer][what] === 'always';
}

/** What a question of `sees` is about beside viewer and thing. */
export type SeenAt = {
  readonly yearStatus: YearStatus;
  /** The stage that said it; of the totals of a cluster the stage they were worked out after. */
  readonly stage: Pick<Stage, 'closes'>;
  readonly now: Instant;
};

/**
 * Whether somebody sees something now (E4). A stage without an hour of closing closes when the year becomes provisional;
 * what a closed stage shows stays shown whatever step the year takes afterwards.
 */
export function sees(
  { visibility }: Pick<Conduct, 'visibility'>,
  viewer: Viewer,
  what: SeenThing,
  { yearStatus, stage, now }: SeenAt,
): boolean {
  if (viewer === 'federation') return true;
  const published = yearStatus !== 'running';
  switch (seenWhen(visibility, viewer, what)) {
    case 'never':
      return false;
    case 'always':
      return true;
    case 'from-provisional':
      return published;
    case 'stage-closes':
      return published || (stage.closes !== undefined && now >= instantOf(stage.closes));
  }
}

/** All cells of the table, for lists and checks. */
export const visibilityCells = (visibility: Visibility) =>
  (Object.keys(visibility) as PlanViewer[]).flatMap((viewer) =>
    seenThings.flatMap((what) => {
      const when = visibility[viewer]?.[what];
      return when === undefined ? [] : [{ viewer, what, when }];
    }),
  );
