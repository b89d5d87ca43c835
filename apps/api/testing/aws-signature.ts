import { createHash, createHmac } from 'node:crypto';

/** A request as it was signed: names of headers in lower case, the path as it stands in the request line. */
export type SignedRequest = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  signedHeaders: string[];
  region: string;
  secretAccessKey: string;
};

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest();
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * Signature version 4 of a request to S3, as its documentation describes it ("Signature Calculations for the
 * Authorization Header: Transferring Payload in a Single Chunk"); written apart from the library that signs for us.
 */
export function awsSignature({
  method,
  path,
  query,
  headers,
  signedHeaders,
  region,
  secretAccessKey,
}: SignedRequest): string {
  const time = headers['x-amz-date'] ?? '';
  const day = time.slice(0, 8);
  const canonical = [
    method,
    path.split('/').map(decodeURIComponent).map(encode).join('/'),
    [...query]
      .map((pair) => pair.map(encode).join('='))
      .sort()
      .join('&'),
    ...signedHeaders.map((name) => `${name}:${(headers[name] ?? '').trim().replace(/ +/g, ' ')}`),
    '',
    signedHeaders.join(';'),
    headers['x-amz-content-sha256'] ?? '',
  ].join('\n');
  const place = `${day}/${region}/s3/aws4_request`;
  const key = [day, region, 's3', 'aws4_request'].reduce<Buffer | string>(hmac, `AWS4${secretAccessKey}`);
  return hmac(key, ['AWS4-HMAC-SHA256', time, place, sha256(canonical)].join('\n')).toString('hex');
}
