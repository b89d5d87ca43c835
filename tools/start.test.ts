import { readFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from './build-web.ts';
import { freePort, startProduct, type Product } from './testing/product.ts';

/** Process id of the product's PostgreSQL. */
const postgresOf = ({ dataFolder }: Product) =>
  Number(readFileSync(path.join(dataFolder, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);

const alive = (pid: number) => {
  try {
    process.kill(pid, 0);
    // One that was killed under a first process that buries nobody stays as a zombie.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

async function until(what: string, condition: () => boolean | Promise<boolean>, milliseconds = 15_000): Promise<void> {
  for (const end = Date.now() + milliseconds; !(await condition()); await sleep(50)) {
    if (Date.now() > end) throw new Error(`still not: ${what}`);
  }
}

const ready = (product: Product) => async () =>
  (await fetch(`${product.url}/readyz`).catch(() => null))?.status === 200;

describe('M1 npm start', () => {
  let product: Product;
  beforeAll(async () => {
    await buildWeb();
    product = await startProduct();
  });
  afterAll(() => product?.drop());

  it('serves pages and API on one port and prints how to begin', async () => {
    expect((await fetch(`${product.url}/healthz`)).status).toBe(200);
    expect(await ready(product)()).toBe(true);
    const page = await fetch(`${product.url}/sign-in`);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toContain('<html lang="vi"');
    expect(product.setupCode).toMatch(/^[0-9A-F]{4}(-[0-9A-F]{4}){2}$/);
    expect(product.output()).toContain(`${product.url}/setup`);
  });

  it('refuses to run twice on the same data, naming the process that does', async () => {
    const port = await freePort();
    await expect(startProduct({ after: { dataFolder: product.dataFolder, port } })).rejects.toThrow(
      `đang chạy rồi (tiến trình ${product.pid})`,
    );
    expect(await ready(product)()).toBe(true);
  });

  it('refuses a port that is taken and tries no other', async () => {
    const other = net.createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as net.AddressInfo;
    await expect(startProduct({ env: { PORT: String(port) } })).rejects.toThrow(
      `Cổng ${port} đang có chương trình khác dùng`,
    );
    other.close();
  });

  it('tells every fault of the environment and starts nothing', async () => {
    await expect(startProduct({ env: { PORT: 'abc', STORAGE_URL: 's3://x/y' } })).rejects.toThrow(
      /PORT:[\s\S]*STORAGE_URL:/,
    );
  });

  it('says what to do when the place of its data is a file', async () => {
    const taken = path.join(import.meta.dirname, 'start.test.ts');
    await expect(startProduct({ env: { DATA_FOLDER: path.join(taken, 'du-lieu') } })).rejects.toThrow(
      /không phải là thư mục.*DATA_FOLDER=/,
    );
  });

  it('brings PostgreSQL back when it is killed, and goes on', async () => {
    const killed = postgresOf(product);
    process.kill(killed, 'SIGKILL');
    await until('the server says so', () => product.output().includes('đã được khởi động lại'));
    await until('ready', ready(product));
    expect(postgresOf(product)).not.toBe(killed);
  });

  it('starts again when it was killed itself, on the PostgreSQL it left behind', async () => {
    const postgres = postgresOf(product);
    process.kill(product.pid, 'SIGKILL');
    await product.ended;
    expect(alive(postgres)).toBe(true);
    product = await startProduct({ after: product });
    expect(postgresOf(product)).toBe(postgres);
    expect(await ready(product)()).toBe(true);
  });

  it('starts again when both were killed', async () => {
    for (const pid of [postgresOf(product), product.pid]) process.kill(pid, 'SIGKILL');
    await product.ended;
    product = await startProduct({ after: product });
    expect(await ready(product)()).toBe(true);
  });

  it('stops within two seconds, PostgreSQL too, even with a connection open', async () => {
    const connection = net.connect(product.port, '127.0.0.1');
    await new Promise((resolve) => connection.once('connect', resolve));
    connection.write('GET /healthz HTTP/1.1\r\nHost: x\r\n');
    const postgres = postgresOf(product);
    const started = Date.now();
    process.kill(product.pid, 'SIGTERM');
    expect(await product.ended).toBe(0);
    // Two seconds on a machine with nothing else to do; the tests' machine is given some more.
    expect(Date.now() - started).toBeLessThan(5_000);
    expect(alive(postgres)).toBe(false);
    connection.destroy();
    product = await startProduct({ after: product });
  });
});
