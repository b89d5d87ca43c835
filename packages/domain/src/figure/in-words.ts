import { millionths, plainDecimal, printScaled } from '../numbers/decimal.ts';
import { formatNumber } from '../words/numbers.ts';
import { nb } from '../words/texts.ts';
import { codesOf } from '../rules/kinds.ts';
import { inputOf, type FigureLine, type FigureValue } from './figure.ts';

/** 100·part/whole with at most two decimals, halves away from zero: for reading only, never for scoring. */
export function percentText(part: string, whole: string): string {
  const [over, under] = [millionths(part) * 10_000n, millionths(whole)];
  const hundredths = (2n * over + under) / (2n * under);
  return plainDecimal(printScaled(hundredths, 2));
}

/** A figure as people say it: `41/46 = 89,13 %`, `8 lượt`, `Có`, `2 × Giải Nhất`, `Không có lỗi`. */
export function figureInWords(line: FigureLine, figure: FigureValue): string {
  if ('notApplicable' in figure) return 'Không phát sinh';
  if ('value' in figure) return withUnit(figure.value, line.unit);
  if ('part' in figure) {
    const percent = formatNumber(percentText(figure.part, figure.whole));
    return `${formatNumber(figure.part)}/${formatNumber(figure.whole)} = ${percent}${nb}%`;
  }
  if ('yes' in figure) return figure.yes ? 'Có' : 'Không';
  if ('points' in figure) return `${formatNumber(figure.points)}${nb}điểm`;
  if ('items' in figure) return itemsInWords(line, figure.items);
  if ('faults' in figure) {
    const said = counted(titlesOf(line), figure.faults, (count, title) => `${count}${nb}lần: ${title}`);
    return said === '' ? 'Không có lỗi' : said;
  }
  if (inputOf(line) === 'oneLevel') {
    const code = Object.keys(figure.levels)[0] ?? '';
    return titlesOf(line).get(code) ?? code;
  }
  const said = counted(titlesOf(line), figure.levels, (count, title) => `${count}${nb}×${nb}${title}`);
  return said === '' ? 'Không có' : said;
}

function withUnit(value: string, unit: string | undefined): string {
  const number = formatNumber(value);
  return unit === undefined || unit.trim() === '' ? number : `${number}${nb}${unit.trim()}`;
}

function itemsInWords(line: FigureLine, items: readonly string[]): string {
  const titles = titlesOf(line);
  if (items.length === 0) return `0/${titles.size} mục`;
  return `${items.length}/${titles.size} mục: ${items.map((code) => titles.get(code) ?? code).join('; ')}`;
}

function counted(
  titles: ReadonlyMap<string, string>,
  counts: Readonly<Record<string, number>>,
  say: (count: string, title: string) => string,
): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([code, count]) => say(formatNumber(String(count)), titles.get(code) ?? code))
    .join('; ');
}

/** The titles of a rule's levels, items or faults by code. */
function titlesOf(line: FigureLine): ReadonlyMap<string, string> {
  return new Map(codesOf(line.rule).map(({ code, title }) => [code, title]));
}
