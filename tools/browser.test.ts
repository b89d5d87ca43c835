import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveBrowser } from './browser.mjs';

describe('the browser of the tests', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch(resolveBrowser());
  });
  afterAll(() => browser.close());

  it('draws Vietnamese letters in the fonts of the product', async () => {
    const page = await browser.newPage();
    const widthsIn: Record<string, number[]> = {};
    for (const family of ['sans-serif', 'serif']) {
      const texts = ['Đoàn kết', 'ữợằẵỗ', 'iiiii', 'WWWWW'];
      await page.setContent(texts.map((text) => `<p><span style="font: 40px ${family}">${text}</span></p>`).join(''));
      const widths = await page
        .locator('span')
        .evaluateAll((spans) => spans.map((span) => span.getBoundingClientRect().width));
      for (const width of widths) expect(width).toBeGreaterThan(20);
      expect(new Set(widths).size).toBe(texts.length);
      widthsIn[family] = widths;
    }
    expect(widthsIn.serif).not.toEqual(widthsIn['sans-serif']);

    // A width alone would be there for the empty box of a missing letter as well: every letter must look its own way.
    const pictures = new Set<string>();
    const letters = [...'ữợằẵỗđĐ'];
    for (const letter of letters) {
      await page.setContent(`<span style="font: 40px sans-serif">${letter}</span>`);
      pictures.add((await page.locator('span').screenshot()).toString('base64'));
    }
    expect(pictures.size).toBe(letters.length);
    await page.close();
  });

  it('closes a context and goes on', async () => {
    const context = await browser.newContext();
    await (await context.newPage()).setContent('<p>một</p>');
    await context.close();
    const page = await browser.newPage();
    await page.setContent('<p>hai</p>');
    expect(await page.textContent('p')).toBe('hai');
    await page.close();
  });

  it('fails loudly for a browser that is not there', () => {
    expect(() => resolveBrowser({ CHROMIUM_PATH: '/nowhere/chromium' })).toThrow('/nowhere/chromium');
  });
});
