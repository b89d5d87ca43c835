import { redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

const shows = ['present', 'leftOut', 'archived', 'all'] as const;

export const load: PageServerLoad = async (event) => {
  const { year } = await event.parent();
  // Units take part in a year: without one there is nothing to list them by.
  if (!year) redirect(303, '/federation/years');
  const query = event.url.searchParams;
  const show = shows.find((one) => one === query.get('show')) ?? 'present';
  const filter = {
    search: (query.get('search') ?? '').slice(0, 200),
    blockCode: query.get('block') ?? '',
    clusterCode: query.get('cluster') ?? '',
  };
  const page = Math.min(1000, Math.max(1, Math.trunc(Number(query.get('page') ?? '1')) || 1));
  const [list, detail] = await Promise.all([
    api(event).unit.list({ yearId: year.id, ...filter, show, page }),
    api(event).year.get({ yearId: year.id }),
  ]);
  return { list, filter, show, removed: query.has('removed'), blocks: detail.blocks, clusters: detail.clusters };
};
