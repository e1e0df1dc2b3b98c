import type { Browser } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import type { Language } from '../../../shared/i18n/index.ts';
import { importRows, newStore } from '../../helpers/case.ts';
import { HOUR, openTestCore, TestClock } from '../../helpers/core.ts';
import { testFolder } from '../../helpers/files.ts';
import { flaggedNumbers, noticeStore, openFromNotice } from '../../helpers/notice-case.ts';
import { openDesk, type DeskWindow } from './desk-window.ts';

const DAY = 24 * HOUR;

/** A window on a shop where things are about to go out of reach. */
export interface VanishingDesk extends DeskWindow {
  readonly caseId: string;
  /** Paid 40, 20 and 10 days ago; not shipped. */
  readonly numbers: readonly string[];
}

/** As an export writes an instant in Beijing. */
function written(at: number): string {
  const time = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Asia/Shanghai');
  return time.toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
}

/**
 * Lays in what a seller did three days ago: two shops, a notice of three orders, and a link to a picture. One order had to be
 * shipped an hour ago, one has to be in thirty hours; of the third no time is known.
 */
export async function openVanishingDesk(
  browser: Browser,
  options: { readonly language: Language; readonly theme?: 'system' },
): Promise<VanishingDesk> {
  const now = Date.now();
  const files = await testFolder();
  const workspaceDir = `${files}/workspace`;
  const begun = await openTestCore({
    folder: workspaceDir,
    clock: new TestClock(new Date(now - 3 * DAY).toISOString()),
  });
  const { client } = begun;
  await newStore(client, '海港百货');
  const storeId = await noticeStore(client, '南风小店');
  const numbers = flaggedNumbers(3);
  const days = [40, 20, 10];
  const shipBy = [written(now - HOUR), written(now + 30 * HOUR), ''];
  await importRows(
    client,
    files,
    storeId,
    numbers.map((orderNumber, place) => ({
      orderNumber,
      orderedAt: written(now - (days[place] ?? 0) * DAY - HOUR),
      paidAt: written(now - (days[place] ?? 0) * DAY),
      shipBy: shipBy[place] ?? '',
    })),
  );
  const caseId = await openFromNotice(client, storeId, numbers);
  await client.evidence.takeInText({
    caseId,
    label: '买家发的图',
    text: '图一 https://img.example.com/complaint/1.png\n图二 https://img.example.com/complaint/2.png',
  });
  await begun.core.close();
  const desk = await openDesk(browser, { ...options, workspaceDir });
  return { ...desk, caseId, numbers };
}
