import { createHash } from 'node:crypto';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { awsSignature } from './aws-signature.ts';

/** Keys that the server of the tests knows; Amazon's own examples. */
export const testKeys = {
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};

export type S3Server = {
  endpoint: string;
  /** What lies in the bucket, by key; a test may put something there behind the back of the store. */
  objects: Map<string, Buffer>;
  /** Methods and keys of all requests, in order. */
  asked: string[];
  /** What to answer the next requests with, instead of what was asked. */
  faults: { status: number; code: string }[];
  /** Whether `If-None-Match: *` is obeyed; older servers write all the same. */
  knowsConditions: boolean;
  /** The session token that every request must carry, if any. */
  sessionToken: string | null;
  close: () => Promise<void>;
};

/**
 * A small S3 for tests: one bucket in memory, put and get by path, `If-None-Match: *`, and signatures that are really
 * checked (version 4, header, the body by its hash). Those that could be had from the registry (s3rver 3.7, fauxqs 2.4)
 * take any signature of version 4 and write over what is there.
 */
export async function s3Server({ bucket = 'minh-chung', region = 'us-east-1' } = {}): Promise<S3Server> {
  const server = http.createServer((req, res) => void answer(req, res));
  const state: S3Server = {
    endpoint: '',
    objects: new Map(),
    asked: [],
    faults: [],
    knowsConditions: true,
    sessionToken: null,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  const answer = async (req: IncomingMessage, res: ServerResponse) => {
    const body = await buffer(req);
    const url = new URL(req.url ?? '/', 'http://x');
    const [, name = '', ...rest] = decodeURIComponent(url.pathname).split('/');
    const key = rest.join('/');
    state.asked.push(`${req.method} ${key}`);
    const refuse = (status: number, code: string) => {
      res.writeHead(status, { 'content-type': 'application/xml' });
      // Like Amazon, it repeats what one had better not log.
      res.end(
        `<?xml version="1.0"?><Error><Code>${code}</Code><AWSAccessKeyId>${testKeys.AWS_ACCESS_KEY_ID}</AWSAccessKeyId></Error>`,
      );
    };
    const fault = state.faults.shift();
    if (fault) return refuse(fault.status, fault.code);
    const unproven = unprovenBecause(req, url, body);
    if (unproven) return refuse(...unproven);
    if (name !== bucket) return refuse(404, 'NoSuchBucket');
    const there = state.objects.get(key);
    if (req.method === 'PUT') {
      if (req.headers['content-length'] === undefined) return refuse(411, 'MissingContentLength');
      if (there && state.knowsConditions && req.headers['if-none-match'] === '*')
        return refuse(412, 'PreconditionFailed');
      state.objects.set(key, body);
      return void res.writeHead(200).end();
    }
    if (req.method !== 'GET') return refuse(405, 'MethodNotAllowed');
    if (!there) return refuse(404, 'NoSuchKey');
    return void res.writeHead(200, { 'content-length': there.length }).end(there);
  };
  /** Why a request is not believed: the way S3 says it. */
  const unprovenBecause = (req: IncomingMessage, url: URL, body: Buffer): [number, string] | undefined => {
    const pattern =
      /^AWS4-HMAC-SHA256 Credential=(?<id>[^/]+)\/(?<day>\d{8})\/(?<region>[^/]+)\/s3\/aws4_request, SignedHeaders=(?<names>[^,]+), Signature=(?<signature>[0-9a-f]{64})$/;
    const given = pattern.exec(req.headers.authorization ?? '')?.groups;
    if (!given) return [403, 'AccessDenied'];
    if (given.id !== testKeys.AWS_ACCESS_KEY_ID) return [403, 'InvalidAccessKeyId'];
    if (given.region !== region) return [400, 'AuthorizationHeaderMalformed'];
    const headers = Object.fromEntries(Object.entries(req.headers).map(([name, value]) => [name, String(value)]));
    const names = (given.names ?? '').split(';');
    const needed = ['host', ...Object.keys(headers).filter((name) => name.startsWith('x-amz-'))];
    if (!needed.every((name) => names.includes(name))) return [403, 'AccessDenied'];
    const time = (headers['x-amz-date'] ?? '').replace(
      /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/,
      '$1-$2-$3T$4:$5:$6Z',
    );
    if (!(Math.abs(Date.parse(time) - Date.now()) < 900_000)) return [403, 'RequestTimeTooSkewed'];
    if ((headers['x-amz-security-token'] ?? null) !== state.sessionToken) return [403, 'InvalidToken'];
    if (headers['x-amz-content-sha256'] !== createHash('sha256').update(body).digest('hex'))
      return [400, 'XAmzContentSHA256Mismatch'];
    const right = awsSignature({
      method: req.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      headers,
      signedHeaders: names,
      region,
      secretAccessKey: testKeys.AWS_SECRET_ACCESS_KEY,
    });
    return given.signature === right ? undefined : [403, 'SignatureDoesNotMatch'];
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return state;
}
