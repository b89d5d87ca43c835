// Takes the pictures of README.md from the demonstrations of a running product: `npm start`, then
// `node tools/screenshots.ts [address]`.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { demoSecrets } from '../apps/api/src/demo/seed.ts';
import { resolveBrowser } from './browser.mjs';

const root = path.join(import.meta.dirname, '..');
/** The image library of the API, as far as it is used here. */
type Sharp = (picture: Buffer) => { png: (options: object) => { toBuffer: () => Promise<Buffer> } };
const sharp = createRequire(path.join(root, 'apps/api/package.json'))('sharp') as Sharp;

const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const pictures = [
  { file: 'federation-overview', who: 'hongbang.canbo', page: '/federation', viewport: desk, scale: 1 },
  {
    file: 'federation-verify',
    who: 'hongbang.canbo',
    page: '/federation/verify?open=1.2&show=all',
    viewport: desk,
    scale: 1,
  },
  { file: 'unit-report', who: 'hongbang.th-tran-quoc-toan', page: '/unit/report/hk1', viewport: phone, scale: 2 },
];

const url = process.argv[2] ?? 'http://localhost:3000';
const browser = await chromium.launch(resolveBrowser());
try {
  for (const { file, who, page: address, viewport, scale } of pictures) {
    const context = await browser.newContext({ viewport, deviceScaleFactor: scale, locale: 'vi-VN' });
    const page = await context.newPage();
    await page.goto(`${url}/sign-in?next=${encodeURIComponent(address)}`);
    await page.locator('input[name=name]').fill(who);
    await page.locator('input[name=password]').fill(demoSecrets.password);
    await page.keyboard.press('Enter');
    await page.waitForURL(url + address);
    await page.waitForLoadState('networkidle');
    // A palette of 128 colours is enough for pages and a third of the size.
    const picture = await sharp(await page.screenshot())
      .png({ palette: true, colours: 128, effort: 10 })
      .toBuffer();
    writeFileSync(path.join(root, 'docs/images', `${file}.png`), picture);
    console.log(`docs/images/${file}.png ${Math.round(picture.length / 1000)} kB`);
    await context.close();
  }
} finally {
  await browser.close();
}
