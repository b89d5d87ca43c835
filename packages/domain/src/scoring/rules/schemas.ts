import { z } from 'zod';
import { bandsSettings } from './bands.ts';
import { checklistSettings } from './checklist.ts';
import { countSettings } from './count.ts';
import { deductSettings } from './deduct.ts';
import { judgedSettings } from './judged.ts';
import { leaderSettings } from './leader.ts';
import { levelsSettings } from './levels.ts';
import { ratioSettings } from './ratio.ts';
import { yesNoSettings } from './yes-no.ts';

/** The settings of every kind of rule. */
export const rule = z.discriminatedUnion(
  'kind',
  [
    ratioSettings(),
    bandsSettings(),
    yesNoSettings(),
    levelsSettings(),
    checklistSettings(),
    countSettings(),
    deductSettings(),
    judgedSettings(),
    leaderSettings(),
  ],
  { error: 'rule-kind' },
);
