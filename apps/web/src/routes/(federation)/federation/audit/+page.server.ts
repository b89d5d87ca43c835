import { actionGroups } from '#lib/audit/audit-words.ts';
import { api } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const load: PageServerLoad = async (event) => {
  const query = event.url.searchParams;
  const unit = query.get('unit') ?? '';
  const below = Math.trunc(Number(query.get('below') ?? '0'));
  const filter = {
    unit: isId.test(unit) ? unit : '',
    action: actionGroups.find(([start]) => start === query.get('action'))?.[0] ?? '',
    search: (query.get('search') ?? '').trim().slice(0, 100),
  };
  const trace = await api(event).audit.list({
    ...(below > 0 && Number.isSafeInteger(below) ? { below } : {}),
    ...(filter.unit ? { unitId: filter.unit } : {}),
    ...(filter.action ? { action: filter.action } : {}),
    ...(filter.search ? { search: filter.search } : {}),
  });
  return { trace, filter, isFirst: below <= 0 };
};
