import type { ZodObject, ZodType } from 'zod';
import { appRouter, type createCaller } from '../src/router.ts';

/*
 * Most tests live in the one year of their federation. A write names its year (apps/api/src/year/write-in-year.ts), so a call that
 * names none here is about that one; what happens without a year is tested by calling the router itself.
 */

type Caller = ReturnType<typeof createCaller>;
type YearLeftOpen<I> = I extends { yearId: string } ? Omit<I, 'yearId'> & { yearId?: string } : I;
type InOneYear<C> = {
  [K in keyof C]: C[K] extends (...args: infer A) => infer R
    ? A extends [infer I, ...infer Rest]
      ? (input: YearLeftOpen<I>, ...rest: Rest) => R
      : C[K]
    : InOneYear<C[K]>;
};
export type YearCaller = InOneYear<Caller>;

/** Whether a procedure's input must name a year. */
function needsYear(path: string): boolean {
  const { procedures } = appRouter._def as unknown as {
    procedures: Record<string, { _def: { inputs: (ZodType | undefined)[] } }>;
  };
  const { shape } = (procedures[path]?._def.inputs[0] ?? {}) as Partial<ZodObject>;
  const field = shape?.['yearId'] as ZodType | undefined;
  return field !== undefined && !field.safeParse(undefined).success;
}

/** The input with this year, where it has to name one and does not. */
function within(path: string, input: unknown, yearId: string): unknown {
  if (input instanceof FormData) {
    if (input.has('place') && !input.has('yearId')) input.set('yearId', yearId);
    return input;
  }
  return needsYear(path) ? { yearId, ...(input as object | undefined) } : input;
}

/** A caller that takes this year for meant where a write names none. */
export function inOneYear(call: Caller, yearId: string): YearCaller {
  return new Proxy(call, {
    get: (_, noun: string) =>
      new Proxy({} as Record<string, unknown>, {
        get:
          (_verbs, verb: string) =>
          (input: unknown, ...rest: unknown[]) => {
            const procedure = (call as unknown as Record<string, Record<string, (...args: unknown[]) => unknown>>)[
              noun
            ]![verb]!;
            return procedure(within(`${noun}.${verb}`, input, yearId), ...rest);
          },
      }),
  }) as unknown as YearCaller;
}
