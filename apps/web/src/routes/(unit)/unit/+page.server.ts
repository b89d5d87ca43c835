import { api, attempt } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { year } = await event.parent();
  const of = year ? { yearId: year.id } : {};
  const home = await api(event).home.get(of);
  const [help, standing] = home.ready
    ? await Promise.all([
        api(event)
          .score.mine(of)
          .then((sheet) => sheet.help),
        api(event).score.standing(of),
      ])
    : [[], null];
  return { home, help: help.slice(0, 3), standing, now: Date.parse(home.at) };
};

export const actions: Actions = {
  seen: async (event) => {
    const yearId = formText(await event.request.formData(), 'yearId');
    const done = await attempt(event, (api) => api.home.seen({ yearId }));
    if (!done.ok) return done.failure;
  },
};
