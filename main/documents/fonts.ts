import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

/** The four faces all material is set in, and where each lies inside its npm package. */
const FACES = [
  { family: '@expo-google-fonts/noto-sans-sc', folder: '400Regular', file: 'NotoSansSC_400Regular.ttf' },
  { family: '@expo-google-fonts/noto-sans-sc', folder: '700Bold', file: 'NotoSansSC_700Bold.ttf' },
  { family: '@expo-google-fonts/noto-serif-sc', folder: '400Regular', file: 'NotoSerifSC_400Regular.ttf' },
  { family: '@expo-google-fonts/noto-serif-sc', folder: '700Bold', file: 'NotoSerifSC_700Bold.ttf' },
] as const;

/**
 * Paths of the font files: in `folder` if one is given, else in `dist/fonts` beside the built program, else in the npm
 * packages they come from.
 */
export function fontFiles(folder?: string): string[] {
  const built = fileURLToPath(new URL('../fonts/', import.meta.url));
  const flat = folder ?? (existsSync(join(built, FACES[0].file)) ? built : null);
  if (flat !== null) return FACES.map((face) => join(flat, face.file));
  return FACES.map((face) =>
    join(dirname(require.resolve(`${face.family}/package.json`)), face.folder, face.file),
  );
}

/** Path of the WebAssembly file that draws typeset pages. */
export function rendererWasmFile(): string {
  return require.resolve('@myriaddreamin/typst-ts-renderer/wasm');
}

/** Path of the typesetting engine's WebAssembly file. */
export function typesetWasmFile(): string {
  return require.resolve('@myriaddreamin/typst-ts-web-compiler/wasm');
}
