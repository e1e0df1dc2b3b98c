import { readFile } from 'node:fs/promises';
import { typesetWasmFile } from '../fonts.ts';

/** The engine as this process runs it: compiled once, then shared by its threads, as no copy of it is made. */
export interface CompiledEngine {
  readonly [Symbol.toStringTag]: 'WebAssembly.Module';
}

const { WebAssembly } = globalThis as unknown as {
  readonly WebAssembly: { compile(bytes: Uint8Array): Promise<CompiledEngine> };
};

/** Reads the engine from disk and compiles it, which takes half of a start: give what it answers to the next thread. */
export async function compileEngine(): Promise<CompiledEngine> {
  return WebAssembly.compile(await readFile(typesetWasmFile()));
}
