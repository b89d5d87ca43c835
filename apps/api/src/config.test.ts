import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const databases = {
  DATABASE_URL: 'postgres://giaouoc_app:x@db.local:6432/giaouoc',
  DATABASE_OWNER_URL: 'postgresql://giaouoc_owner:x@db.local:5432/giaouoc',
};

function problemsOf(environment: Record<string, string>): string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(({ variable }) => variable);
    throw error;
  }
  return [];
}

describe('M2 the environment is parsed once', () => {
  it('needs nothing: embedded database, this machine only', () => {
    expect(readConfig({ XDG_DATA_HOME: tmpdir() })).toEqual({
      environment: 'production',
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://localhost:3000',
      database: null,
      storage: null,
      dataFolder: expect.stringMatching(/giaouoc\/[\w.-]+-[0-9a-f]{12}$/),
      trustedProxies: false,
      logLevel: 'warn',
      metricsToken: null,
    });
  });

  it('reads everything that can be set', () => {
    expect(
      readConfig({
        ...databases,
        DATABASE_PREPARE: 'false',
        NODE_ENV: 'development',
        HOST: '0.0.0.0',
        PORT: '8080',
        PUBLIC_URL: 'https://giaouoc.example.vn/',
        STORAGE_URL: 'file:///srv/minh%20ch%E1%BB%A9ng',
        DATA_FOLDER: '/srv/giaouoc',
        TRUSTED_PROXIES: '10.0.0.5, 192.168.0.0/16,fd00::/8,loopback',
        LOG_LEVEL: 'debug',
        METRICS_TOKEN: 'only-for-the-watcher',
      }),
    ).toEqual({
      environment: 'development',
      host: '0.0.0.0',
      port: 8080,
      publicUrl: 'https://giaouoc.example.vn',
      database: { url: databases.DATABASE_URL, ownerUrl: databases.DATABASE_OWNER_URL, prepare: false },
      storage: { folder: '/srv/minh chứng' },
      dataFolder: '/srv/giaouoc',
      trustedProxies: ['10.0.0.5', '192.168.0.0/16', 'fd00::/8', 'loopback'],
      logLevel: 'debug',
      metricsToken: 'only-for-the-watcher',
    });
  });

  it.each([
    ['0.0.0.0', 'http://localhost:3000'],
    ['::', 'http://localhost:3000'],
    ['127.0.0.1', 'http://localhost:3000'],
    ['::1', 'http://localhost:3000'],
    ['192.168.1.5', 'http://192.168.1.5:3000'],
    ['fd00::5', 'http://[fd00::5]:3000'],
    ['giaouoc.local', 'http://giaouoc.local:3000'],
  ])('HOST=%s is opened at %s', (host, url) => {
    expect(readConfig({ HOST: host }).publicUrl).toBe(url);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', PUBLIC_URL: '' })).toEqual(readConfig({}));
  });

  it.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '3000x'],
    ['PORT', '-1'],
    ['PORT', '3e3'],
    ['HOST', 'http://localhost'],
    ['HOST', 'a b'],
    ['PUBLIC_URL', 'giaouoc.example.vn'],
    ['PUBLIC_URL', 'ftp://giaouoc.example.vn'],
    ['PUBLIC_URL', 'https://giaouoc.example.vn/app'],
    ['PUBLIC_URL', 'https://ai@giaouoc.example.vn'],
    ['STORAGE_URL', '/srv/evidence'],
    ['STORAGE_URL', 'file://server/share'],
    ['DATA_FOLDER', 'data'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', '10.0.0.5,,loopback'],
    ['TRUSTED_PROXIES', 'true'],
    ['TRUSTED_PROXIES', 'proxy.local'],
    ['LOG_LEVEL', 'loud'],
    ['NODE_ENV', 'prod'],
  ])('refuses %s=%s, naming it', (variable, value) => {
    expect(problemsOf({ [variable]: value })).toEqual([variable]);
  });

  it.each(['mysql://a:b@db/x', 'postgres://db/x', 'postgres://a:b@db', 'db.local:5432'])(
    'refuses DATABASE_URL=%s',
    (value) => {
      expect(problemsOf({ ...databases, DATABASE_URL: value })).toEqual(['DATABASE_URL']);
      expect(problemsOf({ ...databases, DATABASE_OWNER_URL: value })).toEqual(['DATABASE_OWNER_URL']);
    },
  );

  it('refuses DATABASE_PREPARE=no', () => {
    expect(problemsOf({ ...databases, DATABASE_PREPARE: 'no' })).toEqual(['DATABASE_PREPARE']);
  });

  it('never falls back to the embedded database when half of an outside one is given', () => {
    expect(problemsOf({ DATABASE_URL: databases.DATABASE_URL })).toEqual(['DATABASE_OWNER_URL']);
    expect(problemsOf({ DATABASE_OWNER_URL: databases.DATABASE_OWNER_URL })).toEqual(['DATABASE_URL']);
  });

  it('tells every problem at once, in Vietnamese and in English', () => {
    const environment = { PORT: 'x', LOG_LEVEL: 'x', STORAGE_URL: 's3://x/y', DATABASE_URL: 'x' };
    expect([...new Set(problemsOf(environment))].sort()).toEqual([
      'AWS_ACCESS_KEY_ID',
      'AWS_SECRET_ACCESS_KEY',
      'DATABASE_OWNER_URL',
      'DATABASE_URL',
      'LOG_LEVEL',
      'PORT',
      'STORAGE_URL',
    ]);
    expect(() => readConfig(environment)).toThrow(/PORT: phải là một số cổng[\s\S]*must be a port number/);
    expect(() => readConfig(environment)).toThrow(/STORAGE_URL: tên bucket phải[\s\S]*the bucket must have/);
  });
});
