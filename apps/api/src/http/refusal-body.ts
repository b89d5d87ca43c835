import type { ErrorCode } from '@giaouoc/domain/error-codes';

const transport: Record<number, { code: string; number: number }> = {
  400: { code: 'BAD_REQUEST', number: -32600 },
  401: { code: 'UNAUTHORIZED', number: -32001 },
  403: { code: 'FORBIDDEN', number: -32003 },
  404: { code: 'NOT_FOUND', number: -32004 },
  405: { code: 'METHOD_NOT_SUPPORTED', number: -32005 },
  411: { code: 'BAD_REQUEST', number: -32600 },
  413: { code: 'PAYLOAD_TOO_LARGE', number: -32013 },
  503: { code: 'SERVICE_UNAVAILABLE', number: -32603 },
};

/**
 * What a refusal before any procedure says: its code and nothing of the program's (A5). Below /trpc in the shape that a
 * client of procedures reads, else it would take the answer for none.
 */
export function refusalBody(url: string | undefined, status: number, refusal: ErrorCode): object {
  if (!url?.startsWith('/trpc')) return { refusal };
  const { code, number } = transport[status] ?? { code: 'INTERNAL_SERVER_ERROR', number: -32603 };
  const data = { code, httpStatus: status, refusal, detail: null, current: null, fields: [] };
  return { error: { code: number, message: refusal, data } };
}
