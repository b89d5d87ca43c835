import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ConsoleMessage, Page, Request, Response } from 'playwright-core';

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
 * content security policy refuses, nothing wider than a small phone even with text twice as large, and no finding of
 * axe in light or dark. What is folded is unfolded first, because axe passes by what cannot be seen. The page may come
 * from another visit and serve another after this one: opening one for each costs more than looking at it.
 */
export async function examinePage(page: Page, address: Address): Promise<Examined> {
  const faults: string[] = [];
  // Else an address that differs in its fragment alone would not be opened at all.
  await page.goto('about:blank');
  const deaf = listen(page, address, faults);
  try {
    await page.setViewportSize({ width: address.width, height: address.height });
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    const response = await page.goto(address.url, { waitUntil: 'load' });
    const status = response?.status();
    if (status !== (address.status ?? 200)) faults.push(`answered ${status}, at ${page.url()}`);
    await unfold(page);
    const tall = await page.evaluate(() => document.documentElement.scrollHeight);
    // As tall as the page: a bar that stays at the bottom would otherwise cover what axe wants to see.
    await page.setViewportSize({ width: address.width, height: Math.max(address.height, tall) });
    await page.evaluate(axe);
    faults.push(...(await findings(page, { type: 'tag', values: levels }, 'light')));
    // Everything but colour is the same in the dark.
    await page.emulateMedia({ colorScheme: 'dark' });
    faults.push(...(await findings(page, { type: 'rule', values: ['color-contrast'] }, 'dark')));
    await page.setViewportSize({ width: 360, height: 740 });
    faults.push(...(await tooWide(page, '100%')), ...(await tooWide(page, '200%')));
    return { title: await page.title(), faults };
  } finally {
    deaf();
  }
}

/** What is wrong with the page that is open: for answers to a form, which no address opens. */
export async function examineOpenPage(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return [
    ...(await findings(page, { type: 'tag', values: levels }, 'as it is')),
    ...(await tooWide(page, '100%')),
    ...(await tooWide(page, '200%')),
    ...(await tooWide(page, '100%')),
  ];
}

/** Opens all that is folded, and again what a page's scripts fold when they come to life. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const patience = performance.now() + 3_000;
    for (let quiet = 0; quiet < 3 && performance.now() < patience; quiet += 1) {
      const folded = document.querySelectorAll<HTMLDetailsElement>('details:not([open])');
      for (const one of folded) one.open = true;
      // The router writes its own state when it starts; without it the scripts are still on their way.
      if (folded.length > 0 || history.state === null) quiet = 0;
      await new Promise((done) => setTimeout(done, 30));
    }
  });
}

/** Writes down what goes wrong while a page loads and works; gives back how to stop listening. */
function listen(page: Page, address: Address, faults: string[]): () => void {
  const onPageError = (error: Error) => void faults.push(`script failed: ${error.stack ?? error.message}`);
  const onConsole = (message: ConsoleMessage) => {
    if (message.type() !== 'error') return;
    // The browser reports the status of the page itself here too; that one is checked by number.
    if (message.location().url === address.url && /status of/.test(message.text())) return;
    faults.push(`console: ${message.text()} (${message.location().url})`);
  };
  const onRequestFailed = (request: Request) =>
    void faults.push(`request failed: ${request.url()} ${request.failure()?.errorText ?? ''}`);
  const onResponse = (response: Response) => {
    if (response.status() >= 400 && response.url() !== address.url)
      faults.push(`answered ${response.status()}: ${response.url()}`);
  };
  page.on('pageerror', onPageError);
  page.on('console', onConsole);
  page.on('requestfailed', onRequestFailed);
  page.on('response', onResponse);
  return () => {
    page.off('pageerror', onPageError);
    page.off('console', onConsole);
    page.off('requestfailed', onRequestFailed);
    page.off('response', onResponse);
  };
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

/** Whatever makes the page scroll sideways, with text of this size. */
function tooWide(page: Page, text: '100%' | '200%'): Promise<string[]> {
  return page.evaluate((size) => {
    const root = document.documentElement;
    root.style.fontSize = size;
    const { scrollWidth, clientWidth } = root;
    if (scrollWidth <= clientWidth) return [];
    const culprits = [...document.body.querySelectorAll('*')]
      .filter((one) => one.getBoundingClientRect().right > clientWidth + 1)
      .slice(-3)
      .map((one) => one.outerHTML.slice(0, 160));
    return [`${scrollWidth} px wide at ${clientWidth}, text at ${size}: ${culprits.join(' | ')}`];
  }, text);
}
