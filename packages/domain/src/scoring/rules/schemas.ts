import { z } from 'zod';
import { bandsSettings } from './bands.settings.ts';
import { checklistSettings } from './checklist.settings.ts';
import { countSettings } from './count.settings.ts';
import { deductSettings } from './deduct.settings.ts';
import { judgedSettings } from './judged.settings.ts';
import { leaderSettings } from './leader.settings.ts';
import { levelsSettings } from './levels.settings.ts';
import { ratioSettings } from './ratio.settings.ts';
import { yesNoSettings } from './yes-no.settings.ts';

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
