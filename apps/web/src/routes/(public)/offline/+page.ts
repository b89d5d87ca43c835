/** Built once and kept by the service worker, for when a page cannot be reached. Knows nobody. */
export const prerender = true;
