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
 * of `place` entries "line code|period code" to lay it beside at once.
 */
export const uploadInput = z.instanceof(FormData).transform((form, context) => {
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) {
    context.addIssue({ code: 'custom', path: ['file'], message: 'file' });
    return z.NEVER;
  }
  const unitId = form.get('unitId');
  const parsedUnit = z
    .uuid()
    .optional()
    .safeParse(unitId === null || unitId === '' ? undefined : unitId);
  const places = z
    .array(
      z
        .string()
        .max(200)
        .regex(/^[^|]+\|[^|]+$/),
    )
    .max(50)
    .safeParse(form.getAll('place'));
  if (!parsedUnit.success || !places.success) {
    context.addIssue({ code: 'custom', path: [parsedUnit.success ? 'place' : 'unitId'], message: 'invalid' });
    return z.NEVER;
  }
  return {
    file,
    unitId: parsedUnit.data,
    places: places.data.map((text) => {
      const [line = '', period = ''] = text.split('|');
      return { line, period };
    }),
  };
});
