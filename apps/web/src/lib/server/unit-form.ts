import { formatUngrouped } from '@giaouoc/domain/words/numbers';
import { fail, type ActionFailure } from '@sveltejs/kit';
import { parseNumber } from '@giaouoc/domain/text/parse-number';
import { sentence } from '@giaouoc/domain/messages/index';
import { formText } from './form-text.ts';
import type { Refused } from './api.ts';

export const unitFields = ['code', 'name', 'kind', 'foundedOn'] as const;
export const placeFields = ['blockCode', 'clusterCode', 'activeSince', 'previousTotal'] as const;

/** What a unit is, as the API takes it: nothing typed is nothing. */
export const readUnit = (form: FormData) => ({
  code: formText(form, 'code'),
  name: formText(form, 'name'),
  kind: formText(form, 'kind'),
  foundedOn: formText(form, 'foundedOn') || null,
});

type Place = {
  blockCode: string;
  clusterCode: string | null;
  activeSince: string | null;
  previousTotal: string | null;
};

/** Where a unit stands; last year's total as Vietnamese write numbers, and asked about when it reads two ways. */
export function readPlace(form: FormData): { ok: true; value: Place } | { ok: false; failure: ActionFailure<Refused> } {
  const typed = formText(form, 'previousTotal').trim();
  let previousTotal: string | null = null;
  if (typed !== '') {
    const read = parseNumber(typed);
    if (!read.ok) return { ok: false, failure: fail(400, { code: read.code, message: sentence(read.code) }) };
    if (read.value.kind === 'ambiguous') {
      const code = 'number-ambiguous';
      const values = read.value.values.map(formatUngrouped);
      return { ok: false, failure: fail(400, { code, message: sentence(code, { values }) }) };
    }
    previousTotal = read.value.value;
  }
  return {
    ok: true,
    value: {
      blockCode: formText(form, 'blockCode'),
      clusterCode: formText(form, 'clusterCode') || null,
      activeSince: formText(form, 'activeSince') || null,
      previousTotal,
    },
  };
}
