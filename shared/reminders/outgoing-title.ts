import type { ClockOwner } from '../deadlines/index.ts';
import { createTranslator } from '../i18n/index.ts';

interface Title {
  readonly zh: string;
  readonly en: string;
}

/** Words by which whoever sees a bubble or a phone learns that somebody was accused, and of what. */
const ACCUSING =
  /举报|恶意|评价投诉|欺诈|诈骗|敲诈|勒索|造假|虚假|假货|售假|刷单|滥用|侵权|report|malicious|abus|fraud|fake|scam|extort|blackmail|counterfeit|infring/i;

/** Whether the title of a clock accuses somebody. */
export function isAccusing({ zh, en }: Title): boolean {
  return ACCUSING.test(zh) || ACCUSING.test(en);
}

/**
 * The title of a clock as it may leave the window. The packs that ship accuse nobody; an older edition that a case stands on, or
 * a pack out of an update file, may.
 */
export function outgoingTitle(title: Title, owner: ClockOwner): Title {
  if (!isAccusing(title)) return title;
  const words = `reminders:outside.${owner}` as const;
  return { zh: createTranslator('zh-CN')(words), en: createTranslator('en')(words) };
}
