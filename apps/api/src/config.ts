import { isIP } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import { dataFolderOf } from '@giaouoc/db/embedded/data-folder';
import { readStorage, type ConfigProblem, type StoragePlace } from './store/storage-place.ts';

/** A PostgreSQL of one's own, instead of the embedded one. */
export interface OutsideDatabase {
  /** The application's role; may go through PgBouncer in transaction mode. */
  url: string;
  /** The owning role, direct: migrations, jobs, LISTEN. */
  ownerUrl: string;
  /** False where a transaction pooler cannot keep prepared statements. */
  prepare: boolean;
}

/** Everything the environment decides, read once; nobody else looks at `process.env`. */
export interface Config {
  environment: 'production' | 'development' | 'test';
  host: string;
  port: number;
  /** Where people find the product: links in invitations, QR codes and cookies follow it. No slash at the end. */
  publicUrl: string;
  /** null: the embedded PostgreSQL. */
  database: OutsideDatabase | null;
  /** Where the evidence lies; null: beside the embedded database. */
  storage: StoragePlace | null;
  /** Folder of the embedded database and its evidence: the one that is named, else chosen by the checkout's path. */
  dataFolder: string;
  /** Proxies whose forwarded headers are believed: addresses, networks, `loopback`, `linklocal`, `uniquelocal`. */
  trustedProxies: string[] | false;
  logLevel: (typeof logLevels)[number];
  /** What a program must show to read `/metrics`; null: there is no such address. */
  metricsToken: string | null;
}

/** All that is wrong with the environment, at once. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: ConfigProblem[];
  constructor(problems: ConfigProblem[]) {
    const lines = problems.map(({ variable, vi, en }) => `  ${variable}: ${vi}\n    ${en}`);
    super(`Cấu hình chưa dùng được (bad configuration):\n${lines.join('\n')}`);
    this.problems = problems;
  }
}

const checkout = path.join(import.meta.dirname, '../../..');
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const proxyNames = new Set(['loopback', 'linklocal', 'uniquelocal']);

const postgresUrl = z.string().refine((value) => {
  const url = URL.parse(value);
  return (
    url !== null &&
    /^postgres(ql)?:$/.test(url.protocol) &&
    url.hostname !== '' &&
    url.username !== '' &&
    url.pathname.length > 1
  );
});
const postgresSentence = {
  vi: 'phải có dạng postgres://vai_trò:mật_khẩu@máy:5432/cơ_sở_dữ_liệu.',
  en: 'must look like postgres://role:password@host:5432/database.',
};

/** `10.0.0.1`, `10.0.0.0/8`, `fd00::/8` or one of the names of local networks. */
function isProxy(value: string): boolean {
  if (proxyNames.has(value)) return true;
  const [address = '', bits, more] = value.split('/');
  const family = isIP(address);
  if (family === 0 || more !== undefined) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

/** Each variable: what it may be, and what to say of one that is not. */
const variables = {
  NODE_ENV: {
    schema: z.enum(['production', 'development', 'test']).default('production'),
    vi: 'phải là production, development hoặc test.',
    en: 'must be production, development or test.',
  },
  HOST: {
    schema: z
      .string()
      .regex(/^[\w.:-]{1,253}$/)
      .default('127.0.0.1'),
    vi: 'phải là một địa chỉ của máy này, ví dụ 127.0.0.1, hoặc 0.0.0.0 cho mọi địa chỉ.',
    en: 'must be an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them.',
  },
  PORT: {
    schema: z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .refine((port) => port >= 1 && port <= 65_535)
      .default(3000),
    vi: 'phải là một số cổng từ 1 đến 65535.',
    en: 'must be a port number from 1 to 65535.',
  },
  PUBLIC_URL: {
    schema: z
      .string()
      .refine((value) => {
        const url = URL.parse(value);
        return (
          url !== null &&
          /^https?:$/.test(url.protocol) &&
          url.pathname === '/' &&
          url.search + url.hash + url.username === ''
        );
      })
      .transform((value) => new URL(value).origin)
      .optional(),
    vi: 'phải là địa chỉ mọi người dùng để mở Giao Ước, không có đường dẫn phía sau, ví dụ https://giaouoc.example.vn.',
    en: 'must be the address people open, without a path, such as https://giaouoc.example.vn.',
  },
  DATABASE_URL: { schema: postgresUrl.optional(), ...postgresSentence },
  DATABASE_OWNER_URL: { schema: postgresUrl.optional(), ...postgresSentence },
  DATABASE_PREPARE: {
    schema: z
      .enum(['true', 'false'])
      .transform((value) => value === 'true')
      .default(true),
    vi: 'phải là true hoặc false (false khi đi qua PgBouncer ở chế độ transaction).',
    en: 'must be true or false (false behind PgBouncer in transaction mode).',
  },
  DATA_FOLDER: {
    schema: z
      .string()
      .refine((value) => path.isAbsolute(value))
      .optional(),
    vi: 'phải là đường dẫn đầy đủ của một thư mục, ví dụ /srv/giaouoc.',
    en: 'must be the full path of a folder, such as /srv/giaouoc.',
  },
  TRUSTED_PROXIES: {
    schema: z
      .string()
      .transform((value) => value.split(',').map((one) => one.trim()))
      .refine((values) => values.every(isProxy))
      .optional(),
    vi: 'phải là các địa chỉ hoặc dải mạng cách nhau bằng dấu phẩy, ví dụ 10.0.0.5,192.168.0.0/16,loopback.',
    en: 'must be addresses or networks separated by commas, such as 10.0.0.5,192.168.0.0/16,loopback.',
  },
  LOG_LEVEL: {
    schema: z.enum(logLevels).default('warn'),
    vi: `phải là một trong: ${logLevels.join(', ')}.`,
    en: `must be one of: ${logLevels.join(', ')}.`,
  },
  METRICS_TOKEN: {
    schema: z
      .string()
      .regex(/^[!-~]{16,200}$/)
      .optional(),
    vi: 'phải là một mã bí mật từ 16 đến 200 ký tự, không có khoảng trắng.',
    en: 'must be a secret of 16 to 200 characters without blanks.',
  },
} as const;

type Name = keyof typeof variables;
type Value<N extends Name> = z.infer<(typeof variables)[N]['schema']>;

/**
 * Reads the configuration from the environment; an empty variable counts as one that is not set.
 * @throws ConfigError with every problem there is, not only the first.
 */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const problems: ConfigProblem[] = [];
  const read = <N extends Name>(name: N): Value<N> => {
    const { schema, vi, en } = variables[name];
    const parsed = schema.safeParse(environment[name] || undefined);
    if (!parsed.success) problems.push({ variable: name, vi, en });
    return parsed.data as Value<N>;
  };
  const storage = readStorage(environment);
  const host = read('HOST');
  const port = read('PORT');
  const publicUrl = read('PUBLIC_URL');
  const url = read('DATABASE_URL');
  const ownerUrl = read('DATABASE_OWNER_URL');
  const config: Config = {
    environment: read('NODE_ENV'),
    host,
    port,
    publicUrl: publicUrl ?? `http://${visibleHost(host)}:${port}`,
    database: url === undefined || ownerUrl === undefined ? null : { url, ownerUrl, prepare: read('DATABASE_PREPARE') },
    storage: 'place' in storage ? storage.place : null,
    dataFolder: read('DATA_FOLDER') ?? dataFolderOf(checkout, environment),
    trustedProxies: read('TRUSTED_PROXIES') ?? false,
    logLevel: read('LOG_LEVEL'),
    metricsToken: read('METRICS_TOKEN') ?? null,
  };
  if ('problems' in storage) problems.push(...storage.problems);
  // Half an outside database must never fall back to the embedded one: the work would go to the wrong place.
  const isSet = (name: Name) => Boolean(environment[name]);
  for (const [given, missing] of [
    ['DATABASE_URL', 'DATABASE_OWNER_URL'],
    ['DATABASE_OWNER_URL', 'DATABASE_URL'],
  ] as const) {
    if (isSet(given) && !isSet(missing)) {
      problems.push({
        variable: missing,
        vi: `phải có khi đã đặt ${given}: một địa chỉ cho vai trò của ứng dụng, một cho vai trò sở hữu.`,
        en: `is needed where ${given} is set: one address for the application's role, one for the owning role.`,
      });
    }
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

/** Every address of this machine itself. */
const ownAddresses = new Set(['0.0.0.0', '::', '127.0.0.1', '::1']);

/** A name a browser on this machine can open; by name rather than by address, because passkeys are bound to names. */
function visibleHost(host: string): string {
  if (ownAddresses.has(host)) return 'localhost';
  return isIP(host) === 6 ? `[${host}]` : host;
}

/**
 * Tells the built web app, which reads the environment itself while it is imported, what it must know: that the
 * protocol stands in a header only our server writes, and how large a form with photos may be. Call before importing it.
 */
export function tellWebApp(): void {
  process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
  process.env.BODY_SIZE_LIMIT = '21M';
}
