import { redirect } from '@sveltejs/kit';
import { newId } from '#lib/new-id.ts';
import { api, attempt } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { may } from '#lib/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const receipt = await api(event).receipt.get({ number: event.params.number });
  const asked = receipt.period !== null && !receipt.withdrawnAt && may(event.locals.viewer, 'report.submit');
  const report = asked ? await api(event).report.get({ yearId: receipt.yearId, period: receipt.period ?? '' }) : null;
  return {
    receipt,
    withdraw: report?.mayWithdraw === true ? report.period.code : null,
    clientId: newId(),
    back: { href: '/unit/papers', label: 'Quay lại Giấy tờ' },
  };
};

export const actions: Actions = {
  withdraw: async (event) => {
    const form = await event.request.formData();
    const period = formText(form, 'period');
    const done = await attempt(event, (api) =>
      api.report.withdraw({ clientId: formText(form, 'clientId'), yearId: formText(form, 'yearId'), period }),
    );
    if (!done.ok) return done.failure;
    redirect(303, `/unit/report/${encodeURIComponent(period)}`);
  },
};
