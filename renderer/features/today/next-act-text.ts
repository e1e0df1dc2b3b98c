import type { Translator } from '../../../shared/i18n/index.ts';

/** The next act of a case in one line, by its code. */
export function nextActText(
  act: {
    readonly step: string;
    readonly code: string;
    readonly params: Readonly<Record<string, string | number>>;
  },
  t: Translator,
): string {
  return t.find(`today:next-${act.code}`, act.params) ?? t('today:next-open');
}
