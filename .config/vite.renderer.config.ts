import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const fromRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The window, as plain files under a strict CSP: nothing inline, no data: assets, hashed names. */
export default defineConfig({
  root: fromRoot('renderer'),
  cacheDir: fromRoot('node_modules/.cache/vite-renderer'),
  plugins: [react()],
  publicDir: false,
  build: {
    outDir: fromRoot('dist/renderer'),
    emptyOutDir: true,
    manifest: 'manifest.json',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'chrome130',
    chunkSizeWarningLimit: 2_000,
    reportCompressedSize: false,
  },
});
