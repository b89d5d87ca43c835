import { error } from '@sveltejs/kit';
import { attempt } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import type { RequestHandler } from './$types';

/** Issues and answers with the cards as a PDF. A form posts here, so that it works without scripts. */
export const POST: RequestHandler = async (event) => {
  const form = await event.request.formData();
  const membershipIds = form.getAll('membershipId').map(String);
  const done = await attempt(event, (api) =>
    api.invitation.print({ clientId: formText(form, 'clientId'), membershipIds }),
  );
  if (!done.ok) {
    const { code, detail, message } = done.failure.data;
    error(done.failure.status, message, detail === undefined ? { code } : { code, detail });
  }
  const { name, pdf } = done.value;
  return new Response(Buffer.from(pdf, 'base64'), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="invitations.pdf"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'private, no-store',
    },
  });
};
