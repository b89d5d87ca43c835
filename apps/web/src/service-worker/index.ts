import { version } from '$app/env';
import { assets, immutable, prerendered } from '$app/manifest';
import { self } from '$app/service-worker';

/**
 * Keeps the shell: scripts, styles, fonts, the offline page. Pages and answers of the API are somebody's own and never
 * enter the cache; what must be readable offline (drafts, receipts) the pages keep in IndexedDB under the account.
 */
const cacheName = `shell-${version}`;
const shell = [...immutable, ...assets, ...prerendered].map(({ path }) => `/${path.replace(/^\//, '')}`);
const kept = new Set(shell);

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(shell)));
});

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
  if (kept.has(url.pathname) && request.mode !== 'navigate') event.respondWith(fromShell(request));
  else if (request.mode === 'navigate') event.respondWith(pageOrOffline(request));
});

async function fromShell(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  return (await cache.match(new URL(request.url).pathname)) ?? fetch(request);
}

async function pageOrOffline(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (cause) {
    const offline = await (await caches.open(cacheName)).match('/offline');
    if (offline) return offline;
    throw cause;
  }
}
