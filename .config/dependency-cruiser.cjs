'use strict';

/**
 * Packages that run anywhere: no DOM, no Node, no Electron. A new dependency of `shared` is put here on purpose, by
 * somebody who looked.
 */
const PURE_PACKAGES = [
  'zod',
  'temporal-polyfill',
  'temporal-spec',
  '@orpc/contract',
  '@orpc/shared',
  'i18next',
  'yaml',
];

const packagePath = (names) => `(^|/)node_modules/(${names.join('|')})(/|$)`;

/** The folders in which each sub-folder is a feature with `index.ts` as its door. */
const FEATURE_ROOTS = '(main/features|renderer/features|shared)';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'shared-only-shared',
      comment: 'shared/ runs anywhere: of ours it imports only shared/.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(main|renderer|tests|[.]config)/' },
    },
    {
      name: 'shared-only-pure-packages',
      comment:
        'shared/ imports only packages that need no DOM, Node or Electron (list: .config/dependency-cruiser.cjs).',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: 'node_modules/', pathNot: packagePath(PURE_PACKAGES) },
    },
    {
      name: 'shared-no-node',
      comment: 'shared/ has no Node.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'renderer-never-main',
      comment: 'The renderer speaks to the core through the contract, never by import.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^main/' },
    },
    {
      name: 'renderer-never-node',
      comment: 'The renderer is a web page.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'renderer-never-electron',
      comment: 'The renderer is a web page.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '(^|/)node_modules/(electron|electron-store)/' },
    },
    {
      name: 'main-never-renderer',
      comment: 'Nothing outside the renderer imports its screens.',
      severity: 'error',
      from: { path: '^main/' },
      to: { path: '^renderer/' },
    },
    {
      name: 'product-never-tests',
      comment: 'The product does not know its tests.',
      severity: 'error',
      from: { path: '^(main|renderer|shared)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'feature-through-its-door',
      comment:
        'A feature reaches another only through its index.ts (the kernel is no feature but everybody’s tools).',
      severity: 'error',
      from: { path: `^${FEATURE_ROOTS}/([^/]+)/` },
      to: {
        path: `^${FEATURE_ROOTS}/[^/]+/.+`,
        pathNot: [
          '^shared/kernel/',
          '^$1/$2/',
          `^${FEATURE_ROOTS}/[^/]+/index[.]tsx?$`,
          `^${FEATURE_ROOTS}/$2/`,
        ],
      },
    },
    {
      name: 'room-through-feature-door',
      comment:
        'A room of main or the renderer that is no feature enters a feature only through its index.ts.',
      severity: 'error',
      from: { path: '^(main|renderer)/', pathNot: '^(main|renderer)/features/' },
      to: {
        path: '^(main/features|renderer/features)/[^/]+/.+',
        pathNot: '^(main/features|renderer/features)/[^/]+/index[.]tsx?$',
      },
    },
    {
      name: 'electron-only-in-shell',
      comment: 'Importing electron under plain Node downloads it and throws; so only the shell does.',
      severity: 'error',
      from: { path: '^(main|renderer|shared|tests)/', pathNot: '^main/hosts/electron/' },
      to: {
        path: '(^|/)node_modules/(electron|electron-store)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'hosts-are-the-outside',
      comment: 'Only a host or the launcher imports a host: the core must not know where it runs.',
      severity: 'error',
      from: { path: '^(main|renderer|shared)/', pathNot: '^main/(hosts|launcher)/' },
      to: { path: '^main/hosts/' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: { path: '^(main|renderer|shared|tests)/' },
      to: { circular: true },
    },
    {
      name: 'not-found',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: { path: '^(main|renderer|shared|tests)/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: '.config/tsconfig.tests.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
    skipAnalysisNotInRules: true,
  },
};
