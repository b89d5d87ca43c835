import type { Component } from 'svelte';
import type { LineEdit, Rule, RuleOf } from '../line-edit.ts';

/** How an officer writes one kind of rule. */
export type RuleEditor<K extends Rule['kind']> = {
  /** What officers call it; the first letters differ, so that the list can be typed into. */
  label: string;
  /** The rule as one says it, every word that can be changed a slot. `kept`: codes that were published. */
  Sentence: Component<{ edit: LineEdit; rule: RuleOf<K>; kept: ReadonlySet<string> }>;
  /**
   * A rule to begin with: everything that has a usual answer has it, everything else is empty and asks to be filled.
   * Codes of levels, items and faults are made here and never shown; figures are kept under them.
   */
  fresh: (max: string) => RuleOf<K>;
};
