import type { BrowserContext } from 'playwright-core';

/** What a page costs whoever opens it for the first time. */
export type Weight = {
  /** Bytes of scripts as they came over the network, compressed, without headers. */
  scripts: number;
  /** Bytes of everything, headers too. */
  all: number;
  /** Until the first text or picture stood there, ms. */
  firstPaint: number;
};

/** A slow mobile network and an old phone, as Chromium's "Slow 3G" and a quarter of this machine's speed. */
const slowPhone = { latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

/** Opens an address in a context whose cache is empty and weighs what came. */
export async function weighPage(context: BrowserContext, url: string, { slow = false } = {}): Promise<Weight> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  if (slow) {
    await devtools.send('Network.emulateNetworkConditions', { offline: false, ...slowPhone });
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  }
  /** Bytes of the headers of each script. */
  const scripts = new Map<string, number>();
  const weight: Weight = { scripts: 0, all: 0, firstPaint: 0 };
  devtools.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script') scripts.set(requestId, response.encodedDataLength);
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    weight.all += encodedDataLength;
    const headers = scripts.get(requestId);
    if (headers !== undefined) weight.scripts += encodedDataLength - headers;
  });
  const answer = await page.goto(url, { waitUntil: 'networkidle' });
  if (answer?.status() !== 200) throw new Error(`${url}: ${answer?.status()}`);
  weight.firstPaint = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.POSITIVE_INFINITY,
  );
  await page.close();
  return weight;
}
