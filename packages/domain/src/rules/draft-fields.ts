import { z } from 'zod';

/** Text where text belongs; what it says is the business of the check list. */
export const text = z.string();

/** Something with a code and a title. */
export const coded = z.looseObject({ code: text, title: text });
