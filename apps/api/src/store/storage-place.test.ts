import { describe, expect, it } from 'vitest';
import { readStorage } from './storage-place.ts';

const keys = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret/+' };
const amazon = 's3://giaouoc/minh-chung?region=ap-southeast-1';
const read = (environment: Record<string, string>) => readStorage(environment);
/** Variables and the words of what is wrong. */
const wrong = (environment: Record<string, string>): string[] => {
  const answer = read(environment);
  return 'problems' in answer ? answer.problems.map(({ variable, en }) => `${variable}: ${en}`) : [];
};

describe('STORAGE_URL', () => {
  it.each([
    [amazon, 'https://giaouoc.s3.ap-southeast-1.amazonaws.com/minh-chung/', 'ap-southeast-1'],
    ['s3://giao.uoc/?region=eu-west-1', 'https://s3.eu-west-1.amazonaws.com/giao.uoc/', 'eu-west-1'],
    ['s3://giaouoc?endpoint=http://10.0.0.5:9000', 'http://10.0.0.5:9000/giaouoc/', 'us-east-1'],
    [
      's3://giaouoc/a/b/?endpoint=https%3A%2F%2Fs3.example.vn&region=vn-1',
      'https://s3.example.vn/giaouoc/a/b/',
      'vn-1',
    ],
  ])('%s is asked at %s', (url, base, region) => {
    expect(read({ ...keys, STORAGE_URL: url })).toMatchObject({
      place: {
        bucket: { base, region, keys: { accessKeyId: 'id', secretAccessKey: 'secret/+', sessionToken: null } },
      },
    });
  });

  it('takes the token of temporary keys along', () => {
    const answer = read({ ...keys, AWS_SESSION_TOKEN: 'token', STORAGE_URL: amazon });
    expect(answer).toMatchObject({ place: { bucket: { keys: { sessionToken: 'token' } } } });
  });

  it('asks for keys only where a bucket is named', () => {
    expect(read({ AWS_ACCESS_KEY_ID: 'a key' })).toEqual({ place: null });
    expect(read({ STORAGE_URL: 'file:///srv/x', AWS_ACCESS_KEY_ID: 'a key' })).toEqual({ place: { folder: '/srv/x' } });
  });

  it.each([
    ['s3://Giao_Uoc?region=x', ['the bucket']],
    ['s3://ab?region=x', ['the bucket']],
    ['s3://giaouoc/minh%20chung?region=x', ['what follows the bucket']],
    ['s3://giaouoc/a//b?region=x', ['what follows the bucket']],
    ['s3://giaouoc', ['needs a region']],
    ['s3://giaouoc?region=x y', ['needs a region']],
    ['s3://giaouoc?endpoint=s3.example.vn', ['endpoint must']],
    ['s3://giaouoc?endpoint=https://s3.example.vn/path', ['endpoint must']],
    ['s3://giaouoc?endpoint=', ['endpoint must']],
    ['s3://id:secret@giaouoc?region=x', ['after the ?']],
    ['s3://giaouoc?region=x&region=y', ['after the ?']],
    ['s3://giaouoc?region=x&acl=public', ['after the ?']],
    [
      's3://x/%20?endpoint=ftp://y&region=Z&more=1',
      ['the bucket', 'what follows', 'endpoint must', 'needs a', 'after'],
    ],
    ['file:///srv/%zz%2f', ['must be a folder']],
    ['gs://giaouoc', ['must be a folder']],
  ])('refuses %s, saying all that is wrong', (url, words) => {
    const problems = wrong({ ...keys, STORAGE_URL: url });
    expect(problems).toHaveLength(words.length);
    words.forEach((word, at) => expect(problems[at]).toContain(`STORAGE_URL: ${word}`));
  });

  it('refuses keys that are missing or no keys, each by its name, and never repeats one', () => {
    expect(wrong({ STORAGE_URL: amazon }).map((text) => text.split(':')[0])).toEqual([
      'AWS_ACCESS_KEY_ID',
      'AWS_SECRET_ACCESS_KEY',
    ]);
    const answer = read({ STORAGE_URL: 's3://x', AWS_ACCESS_KEY_ID: 'id\n', AWS_SECRET_ACCESS_KEY: 'my secret' });
    expect('problems' in answer && answer.problems.map(({ variable }) => variable)).toEqual([
      'STORAGE_URL',
      'STORAGE_URL',
      'AWS_ACCESS_KEY_ID',
      'AWS_SECRET_ACCESS_KEY',
    ]);
    expect(JSON.stringify(answer)).not.toMatch(/my secret|id\\n/);
  });
});
