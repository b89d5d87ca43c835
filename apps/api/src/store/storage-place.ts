import { fileURLToPath } from 'node:url';

/** A bucket of S3, or of a server that speaks like it. */
export interface Bucket {
  /** `s3://bucket/prefix`, for people. */
  place: string;
  /** Address under which the keys lie, with a slash at the end. */
  base: string;
  region: string;
  keys: { accessKeyId: string; secretAccessKey: string; sessionToken: string | null };
}

/** Where evidence is kept. */
export type StoragePlace = { folder: string } | { bucket: Bucket };

/** One variable that cannot be used, said in both languages. */
export interface ConfigProblem {
  variable: string;
  vi: string;
  en: string;
}

const ofUrl = (vi: string, en: string): ConfigProblem => ({ variable: 'STORAGE_URL', vi, en });
const said = {
  form: ofUrl(
    'phải là một thư mục viết dạng file:///srv/giaouoc/minh-chung, hoặc một kho S3: s3://bucket/thư-mục?endpoint=https://may-chu&region=us-east-1.',
    'must be a folder written as file:///srv/giaouoc/evidence, or an S3 store: s3://bucket/prefix?endpoint=https://server&region=us-east-1.',
  ),
  bucket: ofUrl(
    'tên bucket phải có 3 đến 63 chữ thường, chữ số, dấu chấm hoặc gạch nối, ví dụ s3://giaouoc-minh-chung.',
    'the bucket must have 3 to 63 lower-case letters, digits, dots or hyphens, such as s3://giaouoc-evidence.',
  ),
  prefix: ofUrl(
    'phần sau tên bucket chỉ gồm chữ không dấu, chữ số, . _ - và dấu gạch chéo, ví dụ s3://bucket/minh-chung.',
    'what follows the bucket may only have letters a-z, digits, . _ - and slashes, such as s3://bucket/evidence.',
  ),
  endpoint: ofUrl(
    'endpoint phải là địa chỉ http(s) của máy chủ S3, không có đường dẫn, ví dụ endpoint=https://s3.example.vn.',
    'endpoint must be the http(s) address of the S3 server, without a path, such as endpoint=https://s3.example.vn.',
  ),
  region: ofUrl(
    'thiếu region đúng, ví dụ region=ap-southeast-1 (chỉ được bỏ khi đã có endpoint).',
    'needs a region, such as region=ap-southeast-1 (may be left out only where an endpoint is given).',
  ),
  settings: ofUrl(
    'sau dấu ? chỉ được có endpoint và region, mỗi thứ một lần; khóa đặt ở AWS_ACCESS_KEY_ID và AWS_SECRET_ACCESS_KEY.',
    'after the ? only endpoint and region may stand, once each; keys go into AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
  ),
};
const visible = /^[!-~]{1,4096}$/;

/**
 * Reads STORAGE_URL, and the AWS_… variables where it names a bucket; they are not looked at otherwise.
 * @returns the place (null: not set), or everything that is wrong with it. No problem repeats a value.
 */
export function readStorage(
  environment: Record<string, string | undefined>,
): { place: StoragePlace | null } | { problems: ConfigProblem[] } {
  const text = environment.STORAGE_URL;
  if (!text) return { place: null };
  const url = URL.parse(text);
  if (url?.protocol === 's3:') return readBucket(url, environment);
  if (url?.protocol !== 'file:' || url.hostname !== '' || url.pathname.length <= 1) return { problems: [said.form] };
  try {
    return { place: { folder: fileURLToPath(url) } };
  } catch {
    return { problems: [said.form] };
  }
}

function readBucket(
  url: URL,
  environment: Record<string, string | undefined>,
): { place: StoragePlace } | { problems: ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const must = (holds: boolean, problem: ConfigProblem) => {
    if (!holds) problems.push(problem);
  };
  const bucket = url.hostname;
  const prefix = url.pathname.replace(/^\/|\/$/g, '');
  const query = url.searchParams;
  const region = query.get('region') ?? (query.has('endpoint') ? 'us-east-1' : '');
  const endpoint = query.has('endpoint') ? URL.parse(query.get('endpoint') ?? '') : undefined;
  must(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket) && !bucket.includes('..'), said.bucket);
  must(
    prefix === '' || (prefix.length <= 200 && prefix.split('/').every((part) => /^(?!\.\.?$)[\w.-]+$/.test(part))),
    said.prefix,
  );
  must(endpoint === undefined || isServer(endpoint), said.endpoint);
  must(/^[a-z0-9-]{1,40}$/.test(region), said.region);
  const names = [...query.keys()];
  must(
    url.username + url.password + url.port + url.hash === '' &&
      new Set(names).size === names.length &&
      names.every((name) => name === 'endpoint' || name === 'region'),
    said.settings,
  );
  const key = (variable: string, needed: boolean): string | null => {
    const value = environment[variable] || null;
    if (value === null ? needed : !visible.test(value))
      problems.push({
        variable,
        vi: 'phải có khi STORAGE_URL là kho S3: khóa của kho, không có dấu cách hay xuống dòng.',
        en: 'is needed where STORAGE_URL is an S3 store: its key, without spaces or line breaks.',
      });
    return value;
  };
  const accessKeyId = key('AWS_ACCESS_KEY_ID', true);
  const secretAccessKey = key('AWS_SECRET_ACCESS_KEY', true);
  const sessionToken = key('AWS_SESSION_TOKEN', false);
  if (problems.length > 0 || accessKeyId === null || secretAccessKey === null) return { problems };
  const folder = prefix === '' ? '' : `${prefix}/`;
  return {
    place: {
      bucket: {
        place: `s3://${bucket}/${folder}${endpoint ? ` (${endpoint.origin})` : ''}`,
        base: `${bucketAddress(bucket, region, endpoint ?? undefined)}/${folder}`,
        region,
        keys: { accessKeyId, secretAccessKey, sessionToken },
      },
    },
  };
}

const isServer = (url: URL | null) =>
  url !== null &&
  /^https?:$/.test(url.protocol) &&
  url.pathname === '/' &&
  url.search + url.hash + url.username + url.password === '';

/** Amazon's own buckets are hosts; a name with a dot would not fit its certificate. Everyone else is asked by path. */
function bucketAddress(bucket: string, region: string, endpoint: URL | undefined): string {
  if (endpoint) return `${endpoint.origin}/${bucket}`;
  return bucket.includes('.')
    ? `https://s3.${region}.amazonaws.com/${bucket}`
    : `https://${bucket}.s3.${region}.amazonaws.com`;
}
