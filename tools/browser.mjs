// The Chromium that tests and pictures run in. Plain JavaScript, so that every tool can import it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = createRequire(import.meta.url);
const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const cache = path.join(root, 'node_modules/.cache/browser');

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

// Never the flags that the npm-shipped build suggests: its --single-process crashes when a context is closed, and its
// --disable-web-security would hide the very faults we test for.
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--font-render-hinting=none',
];
const softwareGraphics = ['--no-zygote', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

/**
 * Where Chromium is and how to launch it; pass the answer to playwright's `chromium.launch`. In this order: the one
 * CHROMIUM_PATH names, the machine's own (unless BROWSER_PREFER=npm), the one that came with the npm packages. Never
 * downloads, and never goes on without: no browser means an error.
 *
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {{ executablePath: string, args: string[], env: Record<string, string> }}
 */
export function resolveBrowser(environment = process.env) {
  // Own fonts for whichever browser: without, the npm-shipped one draws pages with no text at all and nothing fails.
  const env = { ...environment, FONTCONFIG_FILE: fontConfiguration() };
  const named = environment.CHROMIUM_PATH;
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, but there is no such file`);
    return { executablePath: named, args: flags, env };
  }
  const own = environment.BROWSER_PREFER === 'npm' ? undefined : systemBrowsers.find((file) => existsSync(file));
  if (own !== undefined) return { executablePath: own, args: flags, env };
  const folder = unpacked();
  return {
    executablePath: path.join(folder, 'chromium'),
    args: [...flags, ...softwareGraphics],
    env: { ...env, LD_LIBRARY_PATH: path.join(folder, 'al2023/lib') },
  };
}

/**
 * Unpacks the npm-shipped Chromium once per version and returns its folder. Its own unpacker brings the libraries only
 * where it believes to run in AWS Lambda, and works in the temporary folder all users share, hence the child's
 * environment.
 */
function unpacked() {
  const entry = here.resolve('@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(path.join(path.dirname(entry), '../package.json'), 'utf8'));
  const folder = path.join(cache, `chromium-${version}-${process.arch}`);
  if (existsSync(folder)) return folder;
  const incoming = `${folder}.${process.pid}`;
  mkdirSync(incoming, { recursive: true });
  const script = `import c from ${JSON.stringify(entry)}; console.log(await c.executablePath())`;
  const result = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, TMPDIR: incoming, AWS_EXECUTION_ENV: `AWS_Lambda_nodejs24.x` },
    encoding: 'utf8',
  });
  if (result.status !== 0 || !existsSync(path.join(incoming, 'chromium'))) {
    rmSync(incoming, { recursive: true, force: true });
    throw new Error(
      `No browser: none is installed, and the one from npm could not be unpacked. Set CHROMIUM_PATH.\n${result.stderr}`,
    );
  }
  try {
    renameSync(incoming, folder);
  } catch (error) {
    // Another process was faster.
    rmSync(incoming, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** Writes a fontconfig file with the two fonts of the product, which hold every Vietnamese letter; returns its path. */
function fontConfiguration() {
  const folders = ['@expo-google-fonts/be-vietnam-pro', '@expo-google-fonts/tinos'].map((name) =>
    path.dirname(here.resolve(`${name}/package.json`)),
  );
  const alias = (family, font) =>
    `  <alias binding="same"><family>${family}</family><prefer><family>${font}</family></prefer></alias>`;
  const text = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
    '<fontconfig>',
    ...folders.map((folder) => `  <dir>${folder}</dir>`),
    `  <cachedir>${path.join(cache, 'fonts')}</cachedir>`,
    ...['sans-serif', 'system-ui', 'Arial', 'Helvetica'].map((family) => alias(family, 'Be Vietnam Pro')),
    ...['serif', 'Times New Roman', 'Times'].map((family) => alias(family, 'Tinos')),
    '</fontconfig>',
    '',
  ].join('\n');
  const file = path.join(cache, 'fonts.conf');
  mkdirSync(cache, { recursive: true });
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    const incoming = `${file}.${process.pid}`;
    writeFileSync(incoming, text);
    renameSync(incoming, file);
  }
  return file;
}
