import { z } from 'zod';

export const evidenceOutput = z.object({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  uploadedAs: z.string(),
  createdAt: z.string(),
});
export type EvidenceOutput = z.infer<typeof evidenceOutput>;

/**
 * A form with `file`, and where it belongs: `unitId` (officers only; a unit's people send to their own), and any number
 * of `place` entries "line code|period code" of the year `yearId` to lay it beside at once.
 */
export const uploadInput = z.instanceof(FormData).transform((form, context) => {
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) {
    context.addIssue({ code: 'custom', path: ['file'], message: 'file' });
    return z.NEVER;
  }
  const id = (field: string) => {
    const given = form.get(field);
    return z
      .uuid()
      .optional()
      .safeParse(given === null || given === '' ? undefined : given);
  };
  const [parsedUnit, parsedYear] = [id('unitId'), id('yearId')];
  const places = z
    .array(
      z
        .string()
        .max(200)
        .regex(/^[^|]+\|[^|]+$/),
    )
    .max(50)
    .safeParse(form.getAll('place'));
  const faults = [
    parsedUnit.success ? [] : ['unitId'],
    // A place without its year would be laid into whichever year is the newest.
    parsedYear.success && (parsedYear.data !== undefined || (places.data ?? []).length === 0) ? [] : ['yearId'],
    places.success ? [] : ['place'],
  ].flat();
  if (!parsedUnit.success || !parsedYear.success || !places.success || faults.length > 0) {
    for (const field of faults) context.addIssue({ code: 'custom', path: [field], message: 'invalid' });
    return z.NEVER;
  }
  return {
    file,
    unitId: parsedUnit.data,
    /** Named wherever places are. */
    yearId: places.data.length > 0 ? parsedYear.data : undefined,
    places: places.data.map((text) => {
      const [line = '', period = ''] = text.split('|');
      return { line, period };
    }),
  };
});
