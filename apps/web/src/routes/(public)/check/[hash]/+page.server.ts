import { api } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

/** For whoever holds a pledge's paper: is it ours, and who has signed. Only its hash opens it. */
export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'x-robots-tag': 'noindex, nofollow' });
  const hash = event.params.hash.toLowerCase();
  const readable = /^[0-9a-f]{64}$/.test(hash);
  return { hash, readable, pledge: readable ? await api(event).pledge.check({ hash: `sha256:${hash}` }) : null };
};
