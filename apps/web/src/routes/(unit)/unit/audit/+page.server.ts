import { api } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const below = Number(event.url.searchParams.get('before'));
  const isLater = Number.isSafeInteger(below) && below > 0;
  const { events, next } = await api(event).audit.own(isLater ? { below } : {});
  return { events, next, isFirst: !isLater, back: { href: '/unit/papers', label: 'Quay lại Giấy tờ' } };
};
