import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type InlineConfig, type Plugin } from 'vite';

const fromRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** What starts on its own, by the name it has in `dist/main`. An entry whose room is not built yet is left out. */
const ENTRIES: Readonly<Record<string, string>> = {
  desk: 'main/hosts/desk/desk.ts',
  loopback: 'main/hosts/loopback/main.ts',
  electron: 'main/hosts/electron/main.ts',
  'core.worker': 'main/workers/core.worker.ts',
  'jobs.worker': 'main/workers/jobs.worker.ts',
  'typeset.worker': 'main/workers/typeset.worker.ts',
};

/** What runs in the desktop window before its page: in a sandbox, so it is one CommonJS file that needs nothing else. */
const PRELOAD = 'main/hosts/electron/preload.ts';

const present = Object.entries(ENTRIES).filter(([, path]) => existsSync(fromRoot(path)));

/** Entries of the table above that do not exist in this tree. */
export const absentNodeEntries = Object.values(ENTRIES).filter((path) => !existsSync(fromRoot(path)));

const { dependencies } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};

/** `dependencies` travel beside the program as they are (native or WASM files in them); all else is bundled. */
const EXTERNAL = [...Object.keys(dependencies), 'electron'];
const isExternal = (id: string): boolean => EXTERNAL.some((name) => id === name || id.startsWith(`${name}/`));

/**
 * A source file names its worker `new URL('../workers/jobs.worker.ts', import.meta.url)`, which Node runs as it is.
 * In the build every entry and chunk lies flat in `dist/main`, so the URL becomes `./jobs.worker.js`.
 */
const workerUrls: Plugin = {
  name: 'appealdesk:worker-urls',
  transform(code, id) {
    if (!id.includes('/main/') || !code.includes('.worker.ts')) return null;
    const rewritten = code.replace(
      /new URL\(\s*(['"])([^'"]+\.worker)\.ts\1\s*,\s*import\.meta\.url\s*,?\s*\)/g,
      (_whole, quote: string, path: string) =>
        `new URL(${quote}./${basename(path)}.js${quote}, import.meta.url)`,
    );
    // Nothing moves to another line, so the map that was there stays good enough.
    return { code: rewritten, map: null };
  },
};

/** The preload script, built after the hosts and beside them; null in a tree without one. */
export const preloadConfig: InlineConfig | null = existsSync(fromRoot(PRELOAD))
  ? {
      root: fromRoot('.'),
      publicDir: false,
      cacheDir: fromRoot('node_modules/.cache/vite-preload'),
      ssr: { noExternal: true, target: 'node' },
      build: {
        ssr: true,
        outDir: fromRoot('dist/main'),
        emptyOutDir: false,
        target: 'chrome130',
        minify: false,
        sourcemap: false,
        reportCompressedSize: false,
        rolldownOptions: {
          input: { preload: fromRoot(PRELOAD) },
          external: ['electron'],
          output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
        },
      },
    }
  : null;

export default defineConfig({
  root: fromRoot('.'),
  publicDir: false,
  cacheDir: fromRoot('node_modules/.cache/vite-node'),
  plugins: [workerUrls],
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    outDir: fromRoot('dist/main'),
    emptyOutDir: true,
    target: 'node22',
    minify: false,
    sourcemap: true,
    reportCompressedSize: false,
    rolldownOptions: {
      input: Object.fromEntries(present.map(([name, path]) => [name, fromRoot(path)])),
      external: isExternal,
      output: {
        format: 'es',
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        assetFileNames: '[name]-[hash][extname]',
      },
    },
  },
});
