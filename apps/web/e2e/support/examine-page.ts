import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContext, Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.0 to 2.2, levels A and AA. */
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

type Finding = { id: string; nodes: { html: string; failureSummary?: string }[] };
declare global {
  interface Window {
    axe: { run: (root: Document, options: object) => Promise<{ violations: Finding[] }> };
  }
}

/** What is wrong with a page, each a sentence, and its title. */
export type Examined = { title: string; faults: string[] };

/** How a page is visited. */
export type Address = {
  url: string;
  width: number;
  height: number;
  /** What the answer's status must be. */
  status?: number;
};

/**
 * Opens an address as somebody would, and looks: scripts without faults, nothing asked for in vain, nothing that the
 * content security policy refuses, nothing wider than a small phone, and no finding of axe in light or dark. What is
 * folded is unfolded first, because axe passes by what cannot be seen.
 */
export async function examinePage(context: BrowserContext, address: Address): Promise<Examined> {
  const page = await context.newPage();
  const faults: string[] = [];
  try {
    listen(page, address, faults);
    await page.setViewportSize({ width: address.width, height: address.height });
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    const response = await page.goto(address.url, { waitUntil: 'load' });
    const status = response?.status();
    if (status !== (address.status ?? 200)) faults.push(`answered ${status}, at ${page.url()}`);
    await page.evaluate(() => {
      for (const folded of document.querySelectorAll('details')) folded.open = true;
    });
    // As tall as the page: a bar that stays at the bottom would otherwise cover what axe wants to see.
    const tall = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: address.width, height: Math.max(address.height, tall) });
    await page.evaluate(axe);
    faults.push(...(await findings(page, { type: 'tag', values: levels }, 'light')));
    // Everything but colour is the same in the dark.
    await page.emulateMedia({ colorScheme: 'dark' });
    faults.push(...(await findings(page, { type: 'rule', values: ['color-contrast'] }, 'dark')));
    await page.setViewportSize({ width: 360, height: 740 });
    faults.push(...(await tooWide(page)));
    return { title: await page.title(), faults };
  } finally {
    await page.close();
  }
}

function listen(page: Page, address: Address, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`script failed: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    // The browser reports the status of the page itself here too; that one is checked by number.
    if (message.location().url === address.url && /status of/.test(message.text())) return;
    faults.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('requestfailed', (request) => {
    faults.push(`request failed: ${request.url()} ${request.failure()?.errorText ?? ''}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && response.url() !== address.url)
      faults.push(`answered ${response.status()}: ${response.url()}`);
  });
}

async function findings(page: Page, runOnly: object, theme: string): Promise<string[]> {
  const violations = await page.evaluate(async (options) => (await window.axe.run(document, options)).violations, {
    runOnly,
    resultTypes: ['violations'],
  });
  return violations.map(({ id, nodes }) => {
    const shown = nodes.slice(0, 4).map(({ html, failureSummary }) => `${html.slice(0, 240)} ${failureSummary ?? ''}`);
    return `axe, ${theme}: ${id} (${nodes.length}): ${shown.join('\n')}`;
  });
}

/** Whatever makes the page scroll sideways on the smallest phone. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const culprits = [...document.body.querySelectorAll('*')]
      .filter((one) => one.getBoundingClientRect().right > clientWidth + 1)
      .slice(-3)
      .map((one) => one.outerHTML.slice(0, 160));
    return [`${scrollWidth} px wide at ${clientWidth}: ${culprits.join(' | ')}`];
  });
}
