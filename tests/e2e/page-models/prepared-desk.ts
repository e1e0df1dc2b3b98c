import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { attach } from '../../../main/hosts/desk/connection.ts';
import type { CaseStep } from '../../../shared/cases/index.ts';
import type { Client } from '../../../shared/contract/index.ts';
import {
  importRows,
  MALICIOUS_ORDER,
  newStore,
  orderNumbers,
  prepareCase,
  type PreparedCase,
} from '../../helpers/case.ts';
import { launchBrowser } from '../../helpers/browser.ts';
import { testFolder } from '../../helpers/files.ts';
import { openDesk, type DeskWindow } from './desk-window.ts';

/** A window on a workspace where work has been going on. What led up to a test is laid in by script, through the same host. */
export interface PreparedDesk extends DeskWindow {
  readonly client: Client;
  readonly storeId: string;
  /** A folder for files of the test's own. */
  readonly files: string;
  /** A case of two orders whose material can be exported, shown in the window at a step. */
  openReadyCase(step: CaseStep): Promise<PreparedCase>;
  /** Shows a case at a step. */
  showCase(caseId: string, step: CaseStep): Promise<void>;
}

/** The buyer of every order in the export. */
export const BUYER_OF_ALL = 'Ivan Petrov';

/** Opens a window on a store with imported orders, forty where no other number is asked for, and no case yet. */
export async function openPreparedDesk(
  browser: Browser,
  options: Parameters<typeof openDesk>[1],
  orders = 40,
): Promise<PreparedDesk> {
  const desk = await openDesk(browser, options);
  const script = await attach(desk.host.workspaceDir);
  const { client } = script;
  const [operator] = await client.operators.list({});
  await client.operators.signIn({ operatorId: operator?.id ?? '' });
  const files = await testFolder();
  const storeId = await newStore(client, '海港百货');
  const numbers = orderNumbers(orders);
  const rows = numbers.map((orderNumber) => ({ orderNumber, buyerName: BUYER_OF_ALL }));
  if (orders > 0) await importRows(client, files, storeId, rows);
  let used = 0;
  const freshOrders = (count: number): string[] => numbers.slice(used, (used += count));
  const showCase = async (caseId: string, step: CaseStep): Promise<void> => {
    await desk.go(`/cases/${caseId}/${step}`);
    await desk.page.locator(`[aria-current=step][href="/cases/${caseId}/${step}"]`).waitFor();
  };
  return {
    ...desk,
    client,
    storeId,
    files,
    showCase,
    async openReadyCase(step) {
      const prepared = await prepareCase(client, files, {
        storeId,
        orders: freshOrders(2),
        scenarioId: MALICIOUS_ORDER,
        seed: 100 + used,
      });
      await showCase(prepared.caseId, step);
      return prepared;
    },
    async close() {
      await script.close();
      await desk.close();
    },
  };
}

/**
 * Opens one browser with one prepared desk before the first test of a file or a group, closes both after the last, and
 * then sees that the page had nothing to complain about. For tests that each bring a case of their own.
 */
export function onePreparedDesk(
  options: Parameters<typeof openDesk>[1],
  orders?: Parameters<typeof openPreparedDesk>[2],
): PreparedDesk {
  let opened: { browser: Browser; desk: PreparedDesk } | null = null;
  beforeAll(async () => {
    const browser = await launchBrowser();
    opened = { browser, desk: await openPreparedDesk(browser, options, orders) };
  });
  afterAll(async () => {
    if (opened === null) return;
    const { browser, desk } = opened;
    const { problems } = desk;
    await desk.close();
    await browser.close();
    expect(problems).toEqual([]);
  });
  // Tests name their desk before there is one: what they ask of it is looked up when they ask.
  return new Proxy({} as PreparedDesk, {
    get(_none, name) {
      if (opened === null) throw new Error('the desk opens when the first test begins');
      return Reflect.get(opened.desk, name) as unknown;
    },
  });
}
