import { z } from 'zod';
import { line, optionalLine, typed } from '../../trpc/text-input.ts';
import { waysInInput } from '../account/ways-in.schema.ts';

export const statusOutput = z.object({
  /** Whether this server has a federation already; one more then needs a code made for it. */
  done: z.boolean(),
});

/** What is printed on a federation's papers: data, whatever the next reorganisation brings. */
export const federationFields = {
  kind: line(80),
  name: line(200),
  superior: optionalLine(200).transform((text) => text ?? ''),
  symbol: line(40),
  place: line(80),
  signsFor: line(120),
  signsAs: line(120),
};

export const createInput = z.object({
  /** The one-time code from the console; case and dashes do not matter. */
  setupCode: typed(60, 1),
  federation: z.object(federationFields),
  officer: waysInInput.extend({ title: line(120) }),
});
export type CreateInput = z.infer<typeof createInput>;
