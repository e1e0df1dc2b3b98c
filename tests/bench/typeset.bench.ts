import { openTestCore, type TestCore } from '../helpers/core.ts';
import type { BenchRow } from '../runners/bench.ts';
import { prepareWorkspace } from '../soak/prepared-workspace.ts';
import { rm } from 'node:fs/promises';

export const name = 'typeset refresh';

const RUNS = 15;
const COLD_RUNS = 3;
const PARAGRAPH =
  '买家于 2026-11-02 连续拍下 2 单，均未付款，备注为无效内容。我方客服当日两次说明，买家未作回应，次日再次以同样方式下单。';

/** Ms until the changed statement stands as a page; `edit` makes each text another. */
async function preview(desk: TestCore, caseId: string, edit: number): Promise<number> {
  const sections = Array.from({ length: 4 }, (_, section) => ({
    heading: `事情经过 ${section + 1}`,
    paragraphs: Array.from({ length: 4 }, () => ({
      sentences: [{ text: `${PARAGRAPH}（第 ${edit} 稿）`, factIds: [] }],
    })),
  }));
  const begun = performance.now();
  await desk.client.drafting.preview({ caseId, language: 'zh-CN', title: '举报买家恶意骚扰', sections });
  return performance.now() - begun;
}

/**
 * The live page beside the statement after each change. No other typesetter for Chinese text is among our packages, so
 * the peer is our own first page, from a cold start of the engine: what a refresh would cost without the warm one.
 */
export async function run(): Promise<readonly BenchRow[]> {
  const prepared = await prepareWorkspace();
  const { caseId } = prepared.input;
  try {
    const peer: number[] = [];
    const ours: number[] = [];
    let memoryMb = 0;
    for (let start = 0; start < COLD_RUNS; start += 1) {
      const desk = await openTestCore({ folder: prepared.workspace });
      peer.push(await preview(desk, caseId, 0));
      for (let edit = 1; edit <= RUNS; edit += 1) ours.push(await preview(desk, caseId, edit));
      memoryMb = Math.max(memoryMb, process.memoryUsage().rss / 2 ** 20);
      await desk.core.close();
    }
    return [
      {
        figure: 'live page after a change, a statement of 1,000 characters',
        ours,
        peer,
        peerName: 'our own first page, engine cold',
        unit: 'ms',
        runs: RUNS * COLD_RUNS,
        memoryMb,
      },
    ];
  } finally {
    await rm(prepared.root, { recursive: true, force: true });
  }
}
