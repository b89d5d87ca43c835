import { api } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const below = Number(event.url.searchParams.get('truoc'));
  const page = await api(event).audit.own(Number.isSafeInteger(below) && below > 0 ? { below } : {});
  return {
    events: page.events.map(({ id, at, title, action, subject, before, after }) => ({
      id,
      at,
      title,
      action,
      subject,
      before: short(before),
      after: short(after),
    })),
    next: page.next,
    first: !(below > 0),
    now: event.locals.now,
    back: { href: '/unit/papers', label: 'Quay lại Giấy tờ' },
  };
};

/** A trace's content as text, shortened: the whole stays in the database. */
function short(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = JSON.stringify(value);
  return text.length > 600 ? `${text.slice(0, 600)}…` : text;
}
