const { readdirSync } = require('node:fs');
const path = require('node:path');

/** Who may import whom (docs/architecture.md). Each message says what to do instead. */
const no = (name, from, to, comment) => ({ name, severity: 'error', from: { path: from }, to: { path: to }, comment });
/**
 * The folders of the domain from the ground up: each imports only what stands on an earlier line, so no two import each
 * other. A new folder finds its line here before another folder may import it.
 */
const domainLayers = [
  ['error-codes.ts'],
  ['result.ts'],
  ['hash', 'numbers'],
  ['text'],
  ['access', 'audit-chain', 'period', 'receipt', 'schema', 'year-status'],
  ['words'],
  ['messages'],
  ['evidence', 'org', 'rules'],
  ['year-file'],
  ['figure', 'scoring'],
  ['cross-score', 'draw', 'explain', 'what-if', 'year-change', 'year-check'],
  ['plan'],
  ['report'],
  ['assessment', 'pledge'],
  ['progress'],
];
const domainOneWay = domainLayers.flatMap((layer, at) =>
  layer.map((name) => {
    const below = [name, ...domainLayers.slice(0, at).flat()].map((one) => one.replace('.', '\\.'));
    return {
      name: `domain-${name.replace('.ts', '')}-one-way`,
      severity: 'error',
      from: { path: `^packages/domain/src/${name.replace('.', '\\.')}`, pathNot: '\\.test\\.ts$' },
      to: { path: '^packages/domain/src/', pathNot: `^packages/domain/src/(${below.join('|')})(/|$)` },
      comment: 'Move what both need below both, or the import to where both are known (domainLayers).',
    };
  }),
);

/**
 * The features of the API from the ground up: each imports only those of earlier lines, so no two import each other. What
 * two of one line need stands below them, in `year/`, `scoring/`, `presence/` or `security/`.
 */
const featureLayers = [
  ['account', 'audit', 'evidence', 'job', 'plan', 'session'],
  ['invitation', 'passkey', 'pledge', 'report', 'setup', 'totp'],
  ['assessment', 'federation', 'home', 'overview', 'ranking', 'receipt', 'score'],
  ['year'],
  ['unit'],
  ['people', 'unit-import'],
];
const featureFolders = readdirSync(path.join(__dirname, 'apps/api/src/features'));
const withoutLine = featureFolders.filter((name) => !featureLayers.flat().includes(name));
if (withoutLine.length > 0) throw new Error(`give ${withoutLine.join(', ')} a line in featureLayers`);
const featuresOneWay = featureLayers.flatMap((layer, at) =>
  layer.map((name) => ({
    name: `feature-${name}-one-way`,
    severity: 'error',
    from: { path: `^apps/api/src/features/${name}/`, pathNot: '\\.test\\.ts$' },
    to: {
      path: '^apps/api/src/features/',
      pathNot: `^apps/api/src/features/(${[name, ...featureLayers.slice(0, at).flat()].join('|')})/`,
    },
    comment: 'Move what both need below the features, or the import to the feature that stands higher (featureLayers).',
  })),
);

module.exports = {
  forbidden: [
    ...domainOneWay,
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true },
      comment: 'Move what both need into a third file.',
    },
    no(
      'domain-imports-nobody',
      '^packages/domain/src',
      '^(packages/(db|documents)|apps)/',
      'The rules are pure: pass the data in.',
    ),
    {
      name: 'product-not-testing',
      severity: 'error',
      from: { path: '^(packages|apps)/[^/]+/src/', pathNot: '\\.test\\.ts$' },
      to: { path: '^((packages|apps)/[^/]+|tools)/testing/|\\.test\\.ts$' },
      comment: 'What the product needs, demonstrations included, stands in src.',
    },
    {
      name: 'testing-not-in-src',
      severity: 'error',
      from: { path: '^(packages|apps)/[^/]+/src/' },
      to: { path: '^(packages|apps)/[^/]+/src/.*testing/' },
      comment: 'Testing code stands beside src, in <package>/testing.',
    },
    no('db-not-up', '^packages/db', '^(packages/documents|apps)/', 'SQL knows the rules only, not who calls it.'),
    no('documents-not-up', '^packages/documents', '^(packages/db|apps)/', 'Documents take finished words, not rows.'),
    no('web-not-db', '^apps/web/(?!e2e/)', '^packages/(db|documents)', 'Ask the API.'),
    {
      name: 'trpc-is-ground',
      severity: 'error',
      from: { path: '^apps/api/src/(trpc|year|scoring|presence|security)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^apps/api/src/(features|router)' },
      comment: 'Features stand on these; the list of routers is src/router.ts.',
    },
    ...featuresOneWay,
    {
      name: 'routers-only-route',
      severity: 'error',
      from: { path: '^apps/api/src/features/.*\\.router\\.ts$' },
      to: {
        path: '^packages/(domain/src/(?!access/|year-status/)|db/src/(?!queries/)|documents/)|^apps/api/src/(year|scoring)/',
      },
      comment: 'A router names inputs, outputs and who may; what is done stands in a file of its verb beside it.',
    },
    {
      name: 'pages-ask-the-api',
      severity: 'error',
      from: { path: '^apps/web/src/routes/' },
      to: { path: '^packages/(db|documents)/' },
      comment: 'Pages ask procedures (#lib/server/api.ts).',
    },
    {
      name: 'drizzle-in-db-only',
      severity: 'error',
      from: { path: '^(packages|apps)/', pathNot: '^packages/db/|\\.test\\.ts$|/testing/|/e2e/' },
      to: { path: 'node_modules/(\\.pnpm/)?drizzle-orm' },
      comment: 'SQL stands in packages/db/src/queries.',
    },
    {
      name: 'input-schema-without-rows',
      severity: 'error',
      from: { path: '\\.schema\\.ts$', pathNot: '^packages/db/' },
      to: { path: '^packages/db/' },
      comment: 'A schema says what comes in and goes out: zod and the domain.',
    },
    no('api-not-web', '^apps/api/src', '^apps/web', 'The built web app is mounted by path in main.ts, never imported.'),
    {
      name: 'web-only-the-contract',
      severity: 'error',
      // The browser tests start the server itself.
      from: { path: '^apps/web/(?!e2e/)' },
      to: { path: '^apps/api', pathNot: '^apps/api/src/contract\\.ts$' },
      comment: 'Types only, from @giaouoc/api/contract.',
    },
    {
      name: 'domain-libraries',
      severity: 'error',
      from: { path: '^packages/domain/src', pathNot: '\\.test\\.ts$' },
      to: {
        dependencyTypes: ['npm', 'core'],
        pathNot: 'node_modules/(zod|@noble/hashes|\\.pnpm/(zod|@noble\\+hashes))',
      },
      comment: 'Only zod and one pure hash library; no Node API.',
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: '(/build/|\\.svelte-kit/)',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs', '.svelte'],
      conditionNames: ['import', 'svelte', 'types', 'default'],
      exportsFields: ['exports'],
    },
  },
};
