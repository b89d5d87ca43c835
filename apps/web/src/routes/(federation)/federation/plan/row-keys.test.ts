import { describe, expect, it } from 'vitest';
import { RowKeys } from './row-keys.ts';

type Row = { code: string };
const rows = (...codes: string[]): Row[] => codes.map((code) => ({ code }));

describe('a row keeps its identity', () => {
  it('while its code is typed into another row’s', () => {
    const keys = new RowKeys();
    const list = rows('HTXS', 'HTT', 'HT');
    const before = keys.of(list);
    const typed = list.with(1, { code: 'HT' });
    expect(keys.of(typed)).toEqual(before);
    expect(keys.of(typed.with(1, { code: 'H' }))).toEqual(before);
  });

  it('when it is moved, taken out and brought back', () => {
    const keys = new RowKeys();
    const [a, b, c] = rows('a', 'b', 'c') as [Row, Row, Row];
    const [first, second, third] = keys.of([a, b, c]);
    expect(keys.of([c, a, b])).toEqual([third, first, second]);
    expect(keys.of([c, b])).toEqual([third, second]);
    expect(keys.of([a, b, c])).toEqual([first, second, third]);
  });

  it.each(Array.from({ length: 50 }, (_, seed) => seed))(
    'and never has that of another, whatever is typed, moved, added and taken back (seed %i)',
    (seed) => {
      // Numerical Recipes' generator: the same steps for the same seed.
      let state = seed;
      const below = (most: number) => {
        state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
        return Math.floor((state / 2 ** 32) * most);
      };
      const keys = new RowKeys();
      let list = rows('a', 'b', 'c');
      const past = [list];
      for (let step = 0; step < 60; step++) {
        const place = below(Math.max(1, list.length));
        const row = list[place];
        const code = ['HT', 'HTT', ''][below(3)] ?? '';
        switch (below(6)) {
          case 0:
            list = list.toSpliced(place, 0, { code });
            break;
          case 1:
            list = past[below(past.length)] ?? list;
            break;
          case 2:
            list = list.map((one) => ({ ...one }));
            break;
          case 3:
            list = row ? list.with(place, { code }) : list;
            break;
          case 4:
            list = list.toSpliced(place, 1);
            break;
          default:
            list = row ? list.toSpliced(place, 1).toSpliced(below(list.length), 0, row) : list;
        }
        past.push(list);
        const now = keys.of(list);
        expect(new Set(now).size).toBe(list.length);
        expect(keys.of(list)).toEqual(now);
      }
    },
  );
});
