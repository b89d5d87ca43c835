import type { RouterInputs, RouterOutputs } from '@giaouoc/api/contract';
import type { ErrorCode } from '@giaouoc/domain/error-codes';
import type { Detail } from '@giaouoc/domain/result';
import { general } from '@giaouoc/domain/messages/general';

/** What is asked of passkeys, and what they answer. */
type OfPasskeys = {
  [V in 'ask' | 'askToSignIn' | 'startAdding' | 'add' | 'signIn' as `passkey.${V}`]: [
    RouterInputs['passkey'][V],
    RouterOutputs['passkey'][V],
  ];
};

/**
 * The few writes a unit's pages send by script. The same addresses and answers as `client` of api-client.ts, whose 8 kB
 * an old phone need not load for them.
 */
type Writes = {
  'report.save': [RouterInputs['report']['save'], RouterOutputs['report']['save']];
  'report.submit': [RouterInputs['report']['submit'], RouterOutputs['report']['submit']];
  'report.detach': [RouterInputs['report']['detach'], RouterOutputs['report']['detach']];
  'evidence.upload': [FormData, RouterOutputs['evidence']['upload']];
} & OfPasskeys;

/** Why a write was not done. Without an answer nobody knows whether it was: send it again under its id. */
export class AskFault extends Error {
  override readonly name = 'AskFault';
  readonly code: ErrorCode;
  readonly detail: Detail;
  /** The same write may be sent again: the network failed, or the server did. */
  readonly again: boolean;

  constructor(code: ErrorCode, status: number, detail: Detail = {}) {
    super(code);
    this.code = code;
    this.detail = detail;
    this.again = status === 0 || status >= 500;
  }
}

export const writeAddress = (path: keyof Writes): string => `/trpc/${path}`;

/** Sends one write. @throws AskFault */
export async function ask<P extends keyof Writes>(path: P, input: Writes[P][0]): Promise<Writes[P][1]> {
  let answer: Response;
  let body: unknown;
  try {
    answer = await fetch(writeAddress(path), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    body = await answer.json();
  } catch {
    throw new AskFault('server-unreachable', 0);
  }
  return readAnswer<P>(body, answer.status);
}

type Body = { result?: { data?: unknown }; error?: { data?: { refusal?: ErrorCode; detail?: Detail | null } } } | null;

/** The value of an answer's body, or its refusal thrown. */
export function readAnswer<P extends keyof Writes>(body: unknown, status: number): Writes[P][1] {
  const read = body as Body;
  if (read?.result) return read.result.data as Writes[P][1];
  const data = read?.error?.data;
  throw new AskFault(data?.refusal ?? (status === 413 ? 'too-large' : 'unexpected'), status, data?.detail ?? {});
}

/** A fault in words. Loads the list of sentences only when one of them is needed. */
export async function inWords(
  error: unknown,
): Promise<{ message: string; again: boolean; code: ErrorCode; detail: Detail }> {
  const fault = error instanceof AskFault ? error : new AskFault('unexpected', 500);
  if (fault.code === 'server-unreachable')
    return { message: general['server-unreachable'].vi, again: true, code: fault.code, detail: {} };
  const { sentence } = await import('@giaouoc/domain/messages/index');
  const { code, detail, again } = fault;
  return { message: sentence(code, detail), again, code, detail };
}
