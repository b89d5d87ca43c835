import { version } from '$app/env';
import { assets, immutable, prerendered } from '$app/manifest';
import { self } from '$app/service-worker';

/**
 * Keeps the shell: styles, fonts and the offline page at once, scripts as they are first needed (a chair's phone need
 * not fetch the officer's pages). Pages and answers of the API are somebody's own and never enter the cache; what must
 * be readable offline (drafts, receipts) the pages keep in IndexedDB under the account.
 */
const cacheName = `shell-${version}`;
const paths = (files: readonly { path: string }[]): string[] => files.map(({ path }) => `/${path.replace(/^\//, '')}`);

const kept = new Set(paths([...immutable, ...assets, ...prerendered]));
const atOnce = [...kept].filter((path) => path === '/offline' || /\.(css|woff2|svg)$/.test(path));

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(cacheName).then((cache) => cache.addAll(atOnce).then(() => keepScriptsOf(cache, '/offline'))),
  );
});

/** The page for lost connections reads the receipts kept on this device: its own few scripts must be there by then. */
async function keepScriptsOf(cache: Cache, page: string): Promise<void> {
  const html = (await (await cache.match(page))?.text()) ?? '';
  const named = html.match(/_app\/immutable\/[\w./-]+\.js/g) ?? [];
  await cache.addAll([...new Set(named)].map((path) => `/${path}`));
}

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== cacheName).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(pageOrOffline(request, url));
  else if (kept.has(url.pathname)) event.respondWith(fromShell(request, url.pathname));
});

async function fromShell(request: Request, path: string): Promise<Response> {
  const cache = await caches.open(cacheName);
  const found = await cache.match(path);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(path, answer.clone());
  return answer;
}

/** The page for lost connections stands at its own address, where its links to styles and scripts hold. */
async function pageOrOffline(request: Request, url: URL): Promise<Response> {
  try {
    return await fetch(request);
  } catch (cause) {
    if (url.pathname !== '/offline')
      return Response.redirect(`/offline?from=${encodeURIComponent(url.pathname + url.search)}`, 302);
    const offline = await (await caches.open(cacheName)).match('/offline');
    if (offline) return offline;
    throw cause;
  }
}
