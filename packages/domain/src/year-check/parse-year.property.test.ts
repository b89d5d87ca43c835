import { expect } from 'vitest';
import { scoreYear } from '../scoring/index.ts';
import { property } from '../../testing/property.ts';
import { fromChoices, mutated, randomYear, resolve } from '../../testing/random-year/index.ts';
import { evaluate, type SlowYear } from '../../testing/slow-evaluator/index.ts';
import { parseYear, parseYearText } from './index.ts';

const documents = fromChoices((choices) => mutated(choices, randomYear(choices, 5)));

property(
  'a document changed anywhere is refused with places that exist, or scored as the text says',
  1500,
  documents,
  (document) => {
    const parsed = parseYear(document);
    if (parsed.ok) {
      expect(scoreYear(parsed.year)).toEqual(evaluate(document as SlowYear).results);
      return;
    }
    expect(parsed.faults.length).toBeGreaterThan(0);
    for (const fault of parsed.faults) {
      expect(resolve(document, fault.pointer), `${fault.code} at ${fault.pointer}`).toBeDefined();
      expect(fault.message).toMatch(/\p{L}.*\.$/u);
    }
    const once = new Set(parsed.faults.map((fault) => `${fault.pointer} ${fault.message}`));
    expect(once.size, 'a fault told twice').toBe(parsed.faults.length);
  },
);

property(
  'text cut off anywhere is refused as a whole document, never thrown at',
  300,
  fromChoices((choices) => {
    const text = JSON.stringify(randomYear(choices, 2));
    return text.slice(0, choices.below(text.length));
  }),
  (text) => {
    const parsed = parseYearText(text);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.faults.map((fault) => fault.pointer)).toEqual(['']);
  },
);
