import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { ruleKinds } from './kinds.ts';

const root = path.join(import.meta.dirname, '../../../..');
const rules = 'packages/domain/src/rules';
const editors = 'apps/web/src/routes/(federation)/federation/plan/rules';

const folderOf = (kind: string) => kind.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const sources = () =>
  globSync('{packages,apps}/*/src/**/*.{ts,svelte}', { cwd: root }).filter((f) => !f.endsWith('.test.ts'));

/** Files beside the folders of the kinds that may name one, and why. */
const mayName: Readonly<Record<string, string>> = {
  'apps/api/src/demo/demo-figures.ts': 'demonstration data',
  'apps/api/src/demo/demo-plan.ts': 'demonstration data',
  'packages/domain/src/year-file/plain-figure.ts': 'sorts of figures, of which some are called like a kind',
  'packages/domain/src/what-if/compare-years.ts': 'the leader is what changed, not a kind of rule',
};

test('a kind of rule is named in its folders only; whoever needs to know asks the kind', () => {
  const kinds = ruleKinds.join('|');
  // Words that mean something else elsewhere only count where a kind is compared with them.
  const plain = ruleKinds.filter((kind) => !['yesNo', 'levels', 'count', 'judged'].includes(kind)).join('|');
  const names = new RegExp(`kind\\s*[!=]==?\\s*'(${kinds})'|case '(${kinds})'|'(${plain})'`);
  const own = ruleKinds.flatMap((kind) => [rules, editors].map((folder) => `${folder}/${folderOf(kind)}/`));
  const naming = sources()
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !own.some((folder) => file.startsWith(folder)))
    .filter((file) => names.test(readFileSync(path.join(root, file), 'utf8')));
  expect(naming.sort()).toEqual(Object.keys(mayName).sort());
});

test('every kind has a folder in the domain and in the editor', () => {
  for (const folder of [rules, editors])
    expect(
      globSync('*/index.ts', { cwd: path.join(root, folder) })
        .map((file) => path.dirname(file))
        .sort(),
    ).toEqual(ruleKinds.map(folderOf).sort());
});

test(
  'once the settings of a tenth kind are listed, the compiler asks for it in the lists and nowhere else',
  { timeout: 300_000 },
  () => {
    const config = ts.readConfigFile(path.join(root, 'packages/domain/tsconfig.json'), ts.sys.readFile);
    const { options, fileNames } = ts.parseJsonConfigFileContent(
      config.config,
      ts.sys,
      path.join(root, 'packages/domain'),
    );
    const settings = path.join(root, rules, 'settings.ts');
    const host = ts.createCompilerHost({ ...options, incremental: false });
    const read = host.readFile.bind(host);
    const tenth = "z.strictObject({ kind: z.literal('tenth'), wish: z.string() })";
    host.readFile = (file) => {
      const text = read(file);
      return path.normalize(file) === settings ? text?.replace('yesNo.settings()', `yesNo.settings(), ${tenth}`) : text;
    };
    const program = ts.createProgram(fileNames, { ...options, incremental: false }, host);
    const asking = ts
      .getPreEmitDiagnostics(program)
      .map(({ file }) => (file === undefined ? '' : path.relative(root, file.fileName).split(path.sep).join('/')));
    expect([...new Set(asking)].sort()).toEqual(
      ['figures', 'guidance', 'kinds', 'settings', 'words'].map((list) => `${rules}/${list}.ts`),
    );
  },
);
