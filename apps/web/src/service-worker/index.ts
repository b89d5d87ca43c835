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
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(atOnce)));
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
  if (request.mode === 'navigate') event.respondWith(pageOrOffline(request));
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

async function pageOrOffline(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (cause) {
    const offline = await (await caches.open(cacheName)).match('/offline');
    if (offline) return offline;
    throw cause;
  }
}
