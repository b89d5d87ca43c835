import { expect, it } from 'vitest';
import { awsSignature } from './aws-signature.ts';
import { testKeys } from './s3-server.ts';

// The two worked examples of Amazon's S3 documentation (API reference, "Authenticating Requests: Using the
// Authorization Header", examples "GET Object" and "PUT Object"), with the signatures printed there.
const common = {
  query: new URLSearchParams(),
  region: 'us-east-1',
  secretAccessKey: testKeys.AWS_SECRET_ACCESS_KEY,
};
const host = 'examplebucket.s3.amazonaws.com';

it.each([
  [
    'GET',
    '/test.txt',
    {
      host,
      range: 'bytes=0-9',
      'x-amz-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      'x-amz-date': '20130524T000000Z',
    },
    'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  ],
  [
    'PUT',
    '/test$file.text',
    {
      date: 'Fri, 24 May 2013 00:00:00 GMT',
      host,
      'x-amz-content-sha256': '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
      'x-amz-date': '20130524T000000Z',
      'x-amz-storage-class': 'REDUCED_REDUNDANCY',
    },
    '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
  ],
])('%s %s is signed as in the documentation', (method, path, headers, signature) => {
  expect(awsSignature({ ...common, method, path, headers, signedHeaders: Object.keys(headers) })).toBe(signature);
});
