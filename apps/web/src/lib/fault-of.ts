import { isErrorCode, type ErrorCode } from '@giaouoc/domain/error-codes';
import type { Detail } from '@giaouoc/domain/result';

/** Refusals for the machine's sake: no fault of the program, so they are said as such and what was typed stays. */
export const isAway = (code: ErrorCode): boolean => code === 'server-busy' || code === 'storage-full';

/** An input the schema refused. */
export type FieldFault = { path: string[]; code: string };

/** What went wrong, in our words, whichever way the API was asked. */
export type Fault = { code: ErrorCode; status: number; detail?: Detail; fields?: FieldFault[]; current?: unknown };

const byTransport: Record<string, [status: number, code: ErrorCode]> = {
  BAD_REQUEST: [400, 'invalid-input'],
  PARSE_ERROR: [400, 'invalid-input'],
  UNAUTHORIZED: [401, 'not-signed-in'],
  FORBIDDEN: [403, 'not-allowed'],
  NOT_FOUND: [404, 'not-found'],
  CONFLICT: [409, 'stale-revision'],
  PRECONDITION_FAILED: [412, 'unexpected'],
  PAYLOAD_TOO_LARGE: [413, 'too-large'],
  TOO_MANY_REQUESTS: [429, 'rate-limited'],
  SERVICE_UNAVAILABLE: [503, 'server-busy'],
};

/**
 * Reads an error of the API: in process (code and detail on the error, the schema's issues on its cause), over HTTP
 * (all of it in the answer's `data`), or no answer at all when the network failed.
 */
export function faultOf(error: unknown): Fault {
  const data = field(error, 'data') ?? error;
  const [status, general] = byTransport[String(field(data, 'code'))] ?? [500, 'unexpected'];
  const refusal = field(data, 'refusal');
  const code = isErrorCode(refusal) ? refusal : unanswered(error) ? 'server-unreachable' : general;
  const detail = field(data, 'detail');
  const current = field(data, 'current');
  const issues = field(data, 'fields') ?? field(field(error, 'cause'), 'issues');
  return {
    code,
    status,
    ...(isDetail(detail) && { detail }),
    ...(Array.isArray(issues) && issues.length > 0 && { fields: issues.map(fieldFault) }),
    ...(current !== undefined && current !== null && { current }),
  };
}

/** A client's error without data: nobody was reached. */
function unanswered(error: unknown): boolean {
  return field(error, 'name') === 'TRPCClientError' && !field(error, 'data');
}

function fieldFault(issue: unknown): FieldFault {
  const path = field(issue, 'path');
  return { path: Array.isArray(path) ? path.map(String) : [], code: String(field(issue, 'code')) };
}

function isDetail(value: unknown): value is Detail {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
