import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { heatSigns } from './heat.ts';
import { iconNames } from './icon-names.ts';
import { ladderScale } from './ladder.ts';

const here = import.meta.dirname;
const text = (file: string) => readFileSync(path.join(here, file), 'utf8');

describe('icons', () => {
  it('has a symbol for every name and a name for every symbol', () => {
    const symbols = [...text('icons.svg').matchAll(/<symbol id="i-([a-z]+)"/g)].map((match) => match[1]);
    expect(symbols.sort()).toEqual([...iconNames].sort());
  });

  it('tells the eight states of the heat map apart without colour', () => {
    const signs = Object.values(heatSigns).map(({ icon, sign }) => icon ?? sign ?? '');
    const blank = signs.filter((sign) => sign === '');
    expect(new Set(signs).size).toBe(signs.length - blank.length + 1);
    expect(blank).toHaveLength(2); // not due is blank, not assigned is hatched
  });
});

describe('styles', () => {
  it('name roles, never hues, outside the tokens', () => {
    for (const file of readdirSync(path.join(here, 'styles')).filter((name) => !/^(tokens|print)\.css$/.test(name)))
      expect(text(`styles/${file}`), file).not.toMatch(/#[0-9a-f]{3,8}\b(?!.*\{)|rgb\(/i);
  });
});

describe('ladder', () => {
  it('never starts above the lowest and keeps every place inside', () => {
    const values = [58.15, 97.25, 98];
    const scale = ladderScale(values, 100);
    expect(scale.from).toBe(50);
    expect(scale.to).toBe(100);
    for (const value of values) {
      expect(scale.x(value)).toBeGreaterThan(0);
      expect(scale.x(value)).toBeLessThan(scale.width);
    }
    expect(scale.x(98)).toBeGreaterThan(scale.x(58.15));
  });
});
