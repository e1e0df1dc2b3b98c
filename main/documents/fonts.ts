import { existsSync, readFileSync } from 'node:fs';
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
 * Paths of the font files: in `folder` if one is given, else those that the built window shows, else in the npm packages
 * they come from. Page and window are set in the same faces, 10 MB and more each, so a build holds each once.
 */
export function fontFiles(folder?: string): string[] {
  if (folder !== undefined) return FACES.map((face) => join(folder, face.file));
  return (
    windowFonts() ??
    FACES.map((face) => join(dirname(require.resolve(`${face.family}/package.json`)), face.folder, face.file))
  );
}

/** The faces among the files of the built window, which bear its hashes in their names; null where it is not built. */
function windowFonts(): string[] | null {
  const home = fileURLToPath(new URL('../renderer/', import.meta.url));
  const manifestFile = join(home, 'manifest.json');
  if (!existsSync(manifestFile)) return null;
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<
    string,
    { readonly file: string }
  >;
  const files = FACES.map(
    (face) => Object.entries(manifest).find(([source]) => source.endsWith(`/${face.file}`))?.[1].file,
  );
  return files.every((file) => file !== undefined) ? files.map((file) => join(home, file)) : null;
}

/** Path of the WebAssembly file that draws typeset pages. */
export function rendererWasmFile(): string {
  return require.resolve('@myriaddreamin/typst-ts-renderer/wasm');
}

/** Path of the typesetting engine's WebAssembly file. */
export function typesetWasmFile(): string {
  return require.resolve('@myriaddreamin/typst-ts-web-compiler/wasm');
}
