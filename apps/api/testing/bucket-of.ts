import { readStorage, type Bucket } from '../src/store/storage-place.ts';
import { testKeys, type S3Server } from './s3-server.ts';

/** The bucket of a test's server, read from an environment as the product reads it. */
export function bucketOf(
  { endpoint }: Pick<S3Server, 'endpoint'>,
  {
    bucket = 'minh-chung',
    prefix = '',
    region = 'us-east-1',
    ...keys
  }: { bucket?: string; prefix?: string; region?: string } & Partial<
    typeof testKeys & { AWS_SESSION_TOKEN: string }
  > = {},
): Bucket {
  const read = readStorage({
    ...testKeys,
    ...keys,
    STORAGE_URL: `s3://${bucket}/${prefix}?endpoint=${encodeURIComponent(endpoint)}&region=${region}`,
  });
  if (!('place' in read) || !read.place || !('bucket' in read.place)) throw new Error('no bucket');
  return read.place.bucket;
}
