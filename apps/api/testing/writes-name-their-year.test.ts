import { expect, it } from 'vitest';
import type { ZodObject, ZodType } from 'zod';
import { appRouter } from '../src/router.ts';

type Procedure = { _def: { type: string; inputs: (ZodType | undefined)[] } };
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>);

/** Fields of a procedure's input; none where it takes another shape. */
const fieldsOf = ({ _def }: Procedure): Record<string, ZodType> =>
  ((_def.inputs[0] as Partial<ZodObject> | undefined)?.shape ?? {}) as Record<string, ZodType>;

it('no write takes a year for meant: it is named, or the write belongs to none', () => {
  const writes = procedures.filter(([, one]) => one._def.type === 'mutation');
  expect(writes.length).toBeGreaterThan(40);
  const guessing = writes.filter(([, one]) => fieldsOf(one)['yearId']?.safeParse(undefined).success === true);
  expect(guessing.map(([name]) => name)).toEqual([]);
});
