import { TRPCClientError } from '@trpc/client';
import { TRPCError } from '@trpc/server';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { faultOf } from './fault-of.ts';

describe('an error of the API, in our words', () => {
  it('reads a refusal in process', () => {
    const error = Object.assign(new TRPCError({ code: 'CONFLICT', message: 'stale-revision' }), {
      refusal: 'stale-revision',
      detail: { revision: 3 },
      current: { value: '44' },
    });
    expect(faultOf(error)).toEqual({
      code: 'stale-revision',
      status: 409,
      detail: { revision: 3 },
      current: { value: '44' },
    });
  });

  it('reads the same refusal over HTTP', () => {
    const error = TRPCClientError.from({
      error: {
        code: -32009,
        message: 'stale-revision',
        data: {
          code: 'CONFLICT',
          httpStatus: 409,
          refusal: 'stale-revision',
          detail: { revision: 3 },
          current: null,
          fields: [],
        },
      },
    });
    expect(faultOf(error)).toEqual({ code: 'stale-revision', status: 409, detail: { revision: 3 } });
  });

  it('says which inputs a schema refused', () => {
    const cause = z.object({ name: z.string().min(1) }).safeParse({ name: '' }).error;
    expect(faultOf(new TRPCError({ code: 'BAD_REQUEST', cause }))).toEqual({
      code: 'invalid-input',
      status: 400,
      fields: [{ path: ['name'], code: 'too_small' }],
    });
  });

  it('knows that nobody answered', () => {
    expect(faultOf(TRPCClientError.from(new TypeError('fetch failed'))).code).toBe('server-unreachable');
  });

  it('never takes a text it does not know for a code', () => {
    const odd = Object.assign(new Error('relation "report" does not exist'), { refusal: 'DROP TABLE' });
    expect(faultOf(odd)).toEqual({ code: 'unexpected', status: 500 });
  });
});
