import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { text } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIfNeeded } from '../../.config/build.ts';
import { createTypesetClient } from '../../main/documents/index.ts';
import { pageTexts } from '../helpers/pdf.ts';
import { statementJob } from '../integration/documents/samples.ts';
import { ROOT } from '../runners/modules.ts';

const built = (name: string): URL => pathToFileURL(join(ROOT, 'dist/main', `${name}.js`));
const sentence = '买家要求退款。';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'built-'));
  await buildIfNeeded();
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

test('the built typesetting thread makes a PDF and pages, and the built job thread reads the PDF', async () => {
  const client = createTypesetClient({ workerUrl: built('typeset.worker') });
  try {
    const { bytes: pdf, pages } = await client.pdf(statementJob([sentence]));
    expect((await pageTexts(pdf)).join('')).toContain(sentence);
    expect(pages).toBe(1);
    const [page] = await client.preview('case', statementJob([sentence]));
    expect(new TextDecoder().decode(page?.bytes)).toMatch(/^<svg .*<\/svg>\n$/s);
    await writeFile(join(folder, 'a.pdf'), pdf);
  } finally {
    await client.close();
  }
  const worker = new Worker(built('jobs.worker'), { stderr: true });
  const complaints = text(worker.stderr);
  try {
    const answer = await new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.postMessage({ type: 'run', id: 1, kind: 'inspect', input: { path: join(folder, 'a.pdf') } });
    });
    expect(answer).toMatchObject({ type: 'result', result: { kind: 'pdf', pages: 1 } });
    expect(answer).not.toMatchObject({ result: { damaged: true } });
  } finally {
    await worker.terminate();
  }
  expect(await complaints).toBe('');
});
