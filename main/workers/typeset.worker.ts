import { parentPort, workerData } from 'node:worker_threads';
import { createTypesetter, readTypesetterParts } from '../documents/typst/compiler.ts';
import type { CompiledEngine } from '../documents/typst/engine.ts';
import type { TypesetAnswer, TypesetRequest } from '../documents/typst/job.ts';
import { isAppError } from '../../shared/kernel/index.ts';

/** Hosts the typesetting engine: one request at a time, as the client sends them. */
const { fontFolder, engine } = workerData as { fontFolder?: string; engine?: CompiledEngine };
const parts = await readTypesetterParts(fontFolder, engine);
if (engine === undefined) parentPort?.postMessage({ engine: parts.engine } satisfies TypesetAnswer);
const typesetter = await createTypesetter(parts);

function answer(request: TypesetRequest): TypesetAnswer {
  const { id } = request;
  try {
    return request.act === 'pdf'
      ? { id, pdf: typesetter.pdf(request.job), memory: typesetter.memory() }
      : { id, pages: typesetter.pages(request.job), memory: typesetter.memory() };
  } catch (error) {
    if (isAppError(error)) {
      return { id, failure: { code: error.code, params: error.params }, memory: typesetter.memory() };
    }
    // Anything else is the engine itself failing: its state is not to be trusted, so this thread ends.
    throw error;
  }
}

parentPort?.on('message', (request: TypesetRequest) => {
  const answered = answer(request);
  parentPort?.postMessage(answered, 'pdf' in answered ? [answered.pdf.bytes.buffer as ArrayBuffer] : []);
});
