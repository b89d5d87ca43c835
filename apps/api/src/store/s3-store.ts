import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { setTimeout as sleep } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import { evidenceKey, StoreAway, type EvidenceStore } from './evidence-store.ts';
import type { Bucket } from './storage-place.ts';

/** Patience with the store. Reading a body is not bounded by it: a slow phone may take its time. */
const patience = {
  /** How often a request is made when the store is busy or the line breaks. */
  attempts: 3,
  /** Milliseconds before the second attempt; twice that before the third. */
  pause: 100,
  /** Milliseconds until an answer begins; the largest evidence must be up by then. */
  answer: 20_000,
};
/** What a later attempt may mend: 409 is another writer of the same key under way. */
const passing = (status: number) => status >= 500 || status === 429 || status === 409;

/** Object that `probe` leaves in the bucket. */
const probeKey = 'giaouoc-evidence-store';
/** Under this federation and hash lies nothing. */
const nowhere = evidenceKey('00000000-0000-0000-0000-000000000000', '0'.repeat(64));

type Ask = { body?: Uint8Array; headers?: Record<string, string> };

/**
 * An evidence store in a bucket of S3 or of a server that speaks like it. Bytes are put on the condition that nothing is
 * there (`If-None-Match: *`), signed together with their hash, which the server checks.
 *
 * @param options.pause milliseconds before the second attempt, for tests.
 */
export function s3Store(bucket: Bucket, { pause = patience.pause } = {}): EvidenceStore {
  const { accessKeyId, secretAccessKey, sessionToken } = bucket.keys;
  const client = new AwsClient({
    accessKeyId,
    secretAccessKey,
    ...(sessionToken !== null && { sessionToken }),
    service: 's3',
    region: bucket.region,
    retries: 0,
  });

  const once = async (method: string, key: string, { body, headers = {} }: Ask): Promise<Response> => {
    const impatience = new AbortController();
    const timer = setTimeout(() => impatience.abort(), patience.answer);
    try {
      const request = await client.sign(bucket.base + key, {
        method,
        headers: { 'x-amz-content-sha256': sha256Of(body ?? ''), ...headers },
        ...(body && { body: body as Uint8Array<ArrayBuffer> }),
        redirect: 'manual',
        signal: impatience.signal,
      });
      return await fetch(request);
    } catch (error) {
      throw new StoreAway(impatience.signal.aborted ? 'TIMEOUT' : networkCode(error));
    } finally {
      clearTimeout(timer);
    }
  };
  const ask = async (method: string, key: string, what: Ask = {}): Promise<Response> => {
    for (let attempt = 1; ; attempt++) {
      const last = attempt >= patience.attempts;
      try {
        const response = await once(method, key, what);
        if (last || !passing(response.status)) return response;
        await response.body?.cancel();
      } catch (error) {
        if (last) throw error;
      }
      await sleep(pause * 2 ** (attempt - 1));
    }
  };
  /** Whether these bytes were written now; false when something is there already. */
  const putOnce = async (key: string, body: Uint8Array): Promise<boolean> => {
    const response = await ask('PUT', key, {
      body,
      headers: { 'if-none-match': '*', 'content-type': 'application/octet-stream' },
    });
    if (response.ok || response.status === 412) {
      await response.body?.cancel();
      return response.ok;
    }
    throw await refusalOf(response);
  };
  const find = async (key: string): Promise<Response | null> => {
    const response = await ask('GET', key);
    if (response.ok) return response;
    const refusal = await refusalOf(response);
    // A 404 of something in between, or of a bucket that is gone, says nothing of the key.
    if (response.status === 404 && refusal.reason === 'NoSuchKey') return null;
    throw refusal;
  };

  return {
    place: bucket.place,
    async put(federationId, bytes) {
      const sha256 = sha256Of(bytes);
      await putOnce(evidenceKey(federationId, sha256), bytes);
      return { sha256 };
    },
    async get(federationId, sha256) {
      const found = await find(evidenceKey(federationId, sha256));
      if (!found) return null;
      const stream = found.body ? Readable.fromWeb(found.body as ReadableStream) : Readable.from([]);
      return { stream, bytes: Number(found.headers.get('content-length')) };
    },
    async probe() {
      // Reading first: without the right to list, what is missing would be answered like what is forbidden.
      const found = await find(nowhere);
      await found?.body?.cancel();
      const content = Buffer.from('Giao Ước\n');
      // Twice: a server that does not know the condition would write a second time (R7).
      if ((await putOnce(probeKey, content)) && (await putOnce(probeKey, content)))
        throw new StoreAway('ConditionIgnored');
    },
    // A put is whole or nothing there.
    sweep: async () => 0,
  };
}

const sha256Of = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

/** What the store says it is, without the rest of its answer: that repeats keys and what was signed. */
async function refusalOf(response: Response): Promise<StoreAway> {
  const text = await response.text().catch(() => '');
  return new StoreAway(/<Code>(\w{1,60})<\/Code>/.exec(text.slice(0, 4_000))?.[1] ?? `HTTP${response.status}`);
}

/** `fetch` wraps what happened on the line. */
function networkCode(error: unknown): string {
  for (let one = error, depth = 0; one instanceof Error && depth < 5; one = one.cause, depth++) {
    const { code } = one as { code?: unknown };
    if (typeof code === 'string') return code;
  }
  return 'NETWORK';
}
