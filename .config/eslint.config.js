import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import house from './eslint-rules/index.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** One runtime, one tsconfig: a file is linted with exactly the types its runtime has. */
const runtime = (name, files) => ({
  files,
  extends: [tseslint.configs.recommendedTypeChecked],
  languageOptions: {
    parserOptions: { project: [`.config/tsconfig.${name}.json`], tsconfigRootDir: root },
  },
});

/** The files that may say through which chat program a message goes to a courier, or a file came. */
const CHAT_PROGRAMS_ARE_NAMED_IN = [
  'main/workspace/folder.ts',
  'renderer/features/asks/sending-fields.tsx',
  'shared/asks/schema.ts',
  'shared/i18n/*/{asks,notices,reminders}.ts',
  'shared/notices/number-labels.ts',
];

export default defineConfig(
  {
    ignores: ['node_modules/', 'dist/', 'out/', 'coverage/', 'test-results/', 'tests/fixtures/', '**/*.d.ts'],
  },
  {
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
    plugins: { house, 'react-hooks': reactHooks },
  },
  runtime('shared', ['shared/**/*.ts']),
  runtime('main', ['main/**/*.ts', 'main/**/*.mjs']),
  runtime('renderer', ['renderer/**/*.ts', 'renderer/**/*.tsx']),
  runtime('tests', ['tests/**/*.ts', 'tests/**/*.tsx', '.config/*.ts']),
  {
    files: ['**/*.ts', '**/*.tsx', 'main/**/*.mjs'],
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-implied-eval': 'off',
      'no-new-func': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, allowDefaultCaseForExhaustiveSwitch: true },
      ],
      // A port's method is async because some engine needs it, not because this one does.
      '@typescript-eslint/require-await': 'off',
      // Kysely, React Hook Form and TipTap hand out methods made to be taken apart; their types do not say so.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      'house/electron-only-in-shell': 'error',
    },
  },
  {
    files: ['main/hosts/electron/**/*.ts'],
    rules: { 'house/electron-only-in-shell': 'off' },
  },
  {
    files: ['shared/**/*.ts'],
    rules: { 'house/pure-room': 'error' },
  },
  {
    files: ['shared/**/*.ts', 'main/**/*.ts', 'main/**/*.mjs', 'renderer/**/*.ts', 'renderer/**/*.tsx'],
    rules: { 'house/sql-only-in-repositories': 'error', 'house/no-platform-knowledge': 'error' },
  },
  {
    // Couriers and warehouses are asked, and files arrive, through a chat program, which is no platform there.
    files: CHAT_PROGRAMS_ARE_NAMED_IN,
    rules: { 'house/no-platform-knowledge': ['error', { chatPrograms: true }] },
  },
  {
    files: ['main/features/*/**/repo.ts', 'main/features/*/**/*[-.]repo.ts', 'main/workspace/sqlite/**/*.ts'],
    rules: { 'house/sql-only-in-repositories': 'off' },
  },
  {
    files: ['shared/rulebook/packs/**/*.ts'],
    rules: { 'house/no-platform-knowledge': 'off' },
  },
  {
    files: ['renderer/**/*.ts', 'renderer/**/*.tsx'],
    rules: {
      'house/no-raw-html': 'error',
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-globals': [
        'error',
        {
          name: 'localStorage',
          message: 'State that matters is in the workspace; taste goes through settings.',
        },
        {
          name: 'sessionStorage',
          message: 'State that matters is in the workspace; taste goes through settings.',
        },
      ],
    },
  },
  {
    files: ['tests/**/*.ts', 'tests/**/*.tsx'],
    rules: {
      'house/honest-tests': 'error',
      // A test pokes at untyped JSON read back from files; its expectations are its types.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['tests/e2e/**/*.ts', 'tests/a11y/**/*.ts'],
    rules: { 'house/honest-tests': ['error', { pages: true }] },
  },
);
