import type { Page } from 'playwright-core';
import { readPdf } from '../../../../packages/documents/testing/read-pdf.ts';

/** What a page has to show on paper: the heads of its tables, and how each row begins and ends. */
type Printed = { faults: string[]; heads: string[]; rows: string[][] };
/** Widths between the margins of the two sheets of print.css, in CSS pixels. */
const printable = { upright: (210 - 50) * (96 / 25.4), lying: (297 - 30) * (96 / 25.4) };

/**
 * Prints the page that is open, if it is one to print: it has a button for that, or a table. Faults are columns or rows that
 * the paper lacks, row heads without room for their words, and whatever is cut at the right edge.
 *
 * @returns null for a page that nobody prints
 */
export async function examinePrint(page: Page): Promise<string[] | null> {
  const isPrinted = await page.evaluate(() => {
    const buttons = [...document.querySelectorAll('button')].map((one) => one.textContent.trim());
    return buttons.some((words) => /^In(\s|$)/.test(words)) || document.querySelector('table') !== null;
  });
  if (!isPrinted) return null;
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  // Whoever looked before may have left the text twice as large.
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  try {
    const lies = await page.evaluate(() => getComputedStyle(document.body).getPropertyValue('page') === 'lying');
    const width = Math.floor(lies ? printable.lying : printable.upright);
    await page.setViewportSize({ width, height: 900 });
    const { faults, heads, rows } = await page.evaluate(look, width);
    const pdf = await readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    const expected = lies ? [297, 210] : [210, 297];
    if (String(pdf.size) !== String(expected)) faults.push(`sheet of ${pdf.size.join(' × ')} mm`);
    const text = squeezed(pdf.pages.join(' '));
    const lost = (words: string) => words !== '' && !text.includes(squeezed(words));
    faults.push(...heads.filter(lost).map((words) => `column not on paper: ${words}`));
    faults.push(
      ...rows
        .flat()
        .filter(lost)
        .slice(0, 5)
        .map((words) => `cell not on paper: ${words}`),
    );
    return faults.map((fault) => `printed: ${fault}`);
  } finally {
    await page.emulateMedia({ media: null });
  }
}

/** A PDF breaks lines and words where the paper does. */
const squeezed = (words: string): string => words.normalize('NFC').replace(/[\s\u00ad\u200b]+/g, '');

/** Runs in the page, at the width of the paper. */
function look(width: number): Printed {
  const faults: string[] = [];
  const isSeen = (one: Element) =>
    one.checkVisibility({ visibilityProperty: true }) && !one.closest('.visually-hidden');
  const wordsOf = (cell: Element) => {
    if (!(cell instanceof HTMLElement) || cell.querySelector('input, select, textarea')) return '';
    const shown = cell.cloneNode(true) as HTMLElement;
    for (const hidden of shown.querySelectorAll('.visually-hidden, .button, .key, script, style')) hidden.remove();
    return shown.textContent.trim();
  };
  const tables = [...document.querySelectorAll('table')].filter(isSeen);
  const heads: string[] = [];
  const rows: string[][] = [];
  for (const table of tables) {
    for (const head of table.querySelectorAll('thead th')) {
      const box = head.getBoundingClientRect();
      if (wordsOf(head) !== '' && (box.width < 8 || box.right > width + 1))
        faults.push(`column ${wordsOf(head)} from ${Math.round(box.left)} to ${Math.round(box.right)} of ${width}`);
      heads.push(wordsOf(head));
    }
    for (const row of table.querySelectorAll('tbody tr')) {
      const cells = [...row.querySelectorAll('th, td')];
      const named = row.querySelector('th[scope=row]');
      if (named && wordsOf(named) !== '' && named.getBoundingClientRect().width < 60)
        faults.push(`row without room for its name: ${wordsOf(named)}`);
      rows.push([cells.at(0), cells.at(-1)].flatMap((cell) => (cell ? [wordsOf(cell)] : [])));
    }
  }
  const main = document.querySelector('main') ?? document.body;
  // Menus leave the paper to the page: their column must not stay behind empty, nor a column for it.
  const used = main.getBoundingClientRect().width;
  if (used < width * 0.9) faults.push(`only ${Math.round(used)} of ${width} px of the paper are used`);
  const cut = [...main.querySelectorAll('*')].filter((one) => {
    if (!isSeen(one) || one.closest('svg')) return false;
    const box = one.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && box.right > width + 1;
  });
  if (cut.length > 0) faults.push(`cut at the right edge: ${cut.at(-1)!.outerHTML.slice(0, 160)}`);
  return { faults, heads, rows };
}
