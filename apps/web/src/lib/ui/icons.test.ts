import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { heatSigns } from './heat.ts';
import { iconNames } from './icon-names.ts';
import { ladderScale } from './ladder.ts';

const here = import.meta.dirname;
const src = path.join(here, '../..');
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

/** What is global, and what stands in components, without what is only for paper. */
const styles = globSync('**/*.{css,svelte}', { cwd: src })
  .filter((file) => !/styles\/(tokens|print)\.css$/.test(file))
  .map((file) => {
    const whole = readFileSync(path.join(src, file), 'utf8');
    const css = file.endsWith('.css') ? whole : (/<style>(.*)<\/style>/s.exec(whole)?.[1] ?? '');
    return { file, css: css.replace(/^( *)@media print \{$.*?^\1\}$/gms, '') };
  });

describe('styles', () => {
  it('name roles, never hues, outside the tokens', () => {
    expect(styles.filter(({ css }) => css !== '').length).toBeGreaterThan(50);
    const hues = styles
      .filter(({ css }) => /#[0-9a-f]{3,8}\b(?!.*\{)|rgb\(/i.test(css))
      .map(({ file }) => path.basename(file));
    // A page of a PDF lies on white paper in both modes.
    expect(hues).toEqual(['PdfPages.svelte']);
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
