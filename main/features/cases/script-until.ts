import type { Bilingual } from '../../../shared/rulebook/index.ts';

/** A question of a numbered list: what is left of it stays in its place. */
const NUMBERED = /\d\. until when|[一二三四五]、[^；。]*（\{until\}）/;

/**
 * A script that does not ask until when something can be filed, where that is known already or nothing is left to be filed.
 * Where the question is one of several that are numbered, only what is in its brackets goes.
 */
export function withoutAskingUntil({ zh, en }: Bilingual): Bilingual {
  return {
    zh: NUMBERED.test(zh)
      ? zh.replace('（{until}）', '')
      : zh.replace(/[，、；]?(?:以及|和)?[^（），、；。：]*（\{until\}）/, ''),
    en: NUMBERED.test(en)
      ? en.replace(' ({until})', '')
      : en
          // Of three questions the last one goes: the two before it are joined.
          .replace(/, ([^.,]*?),? and until when[^().]*\(\{until\}\)/, ' and $1')
          .replace(/,? and until when[^().]*\(\{until\}\)/, ''),
  };
}

/** A script that does not say until when something has to be filed either: nothing is left to be. */
export function withoutUntil(script: Bilingual): Bilingual {
  const { zh, en } = withoutAskingUntil(script);
  return {
    zh: zh.replace(/[^，。？]*\{until\}[^，。？]*[，。]/, ''),
    en: en
      .replace(/ [^.?]*\{until\}; (.)/, (_whole, next: string) => ` ${next.toUpperCase()}`)
      .replace(/ [^.?]*\{until\}\./, ''),
  };
}
