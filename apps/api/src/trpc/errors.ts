import type { TRPC_ERROR_CODE_KEY } from '@trpc/server/rpc';
import { TRPCError } from '@trpc/server';
import type { ErrorCode } from '@giaouoc/domain/error-codes';
import type { Detail, Result } from '@giaouoc/domain/result';

/** The one map from our codes to the transport's; every code that is not here is a rule that does not hold now (412). */
const transport: Partial<Record<ErrorCode, TRPC_ERROR_CODE_KEY>> = {
  unexpected: 'INTERNAL_SERVER_ERROR',
  'not-found': 'NOT_FOUND',
  'invalid-input': 'BAD_REQUEST',
  'number-ambiguous': 'BAD_REQUEST',
  'number-unreadable': 'BAD_REQUEST',
  'too-large': 'PAYLOAD_TOO_LARGE',
  'too-complex': 'PAYLOAD_TOO_LARGE',
  'server-busy': 'SERVICE_UNAVAILABLE',
  'storage-full': 'SERVICE_UNAVAILABLE',
  'rate-limited': 'TOO_MANY_REQUESTS',
  'code-locked': 'TOO_MANY_REQUESTS',
  'sign-in-busy': 'TOO_MANY_REQUESTS',
  'too-many-at-once': 'TOO_MANY_REQUESTS',
  'stale-revision': 'CONFLICT',
  'replayed-with-other-content': 'CONFLICT',
  'not-signed-in': 'UNAUTHORIZED',
  'wrong-sign-in': 'UNAUTHORIZED',
  'session-ended': 'UNAUTHORIZED',
  'not-allowed': 'FORBIDDEN',
};

/** A refusal on its way out: the code and what its sentence needs. Nothing else leaves the server. */
export class Refused extends TRPCError {
  readonly refusal: ErrorCode;
  readonly detail: Detail | undefined;
  /** For a stale write (R3): what stands now, so that a person can choose line by line. */
  readonly current: unknown;

  /** @param cause for the log; it never leaves the server. */
  constructor(code: ErrorCode, detail?: Detail, current?: unknown, cause?: unknown) {
    super({ code: transport[code] ?? 'PRECONDITION_FAILED', message: code, cause });
    this.refusal = code;
    this.detail = detail;
    this.current = current;
  }
}

/** The value of a rule's answer, or its refusal thrown. */
export function granted<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Refused(result.code, result.detail);
}
