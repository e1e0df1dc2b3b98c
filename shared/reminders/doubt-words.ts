import type { Doubt } from '../deadlines/index.ts';
import type { Translator } from '../i18n/index.ts';

/** What a line says of an end, with a word in brackets where that end is not certain. */
export function marked(what: string, doubt: Doubt | null | undefined, t: Translator): string {
  if (doubt == null) return what;
  return t('reminders:doubt.marked', { what, doubt: t(`reminders:doubt.short.${wordOf(doubt)}`) });
}

/**
 * The same at full length, with the ends it lies between: no line where it is certain.
 *
 * @param when says an instant, ms UTC, as the lines around it do
 */
export function doubtLines(
  doubt: Doubt | null | undefined,
  when: (at: number) => string,
  t: Translator,
): string[] {
  if (doubt == null) return [];
  const { earliest, latest } = doubt.range ?? { earliest: 0, latest: 0 };
  return [t(`reminders:doubt.${wordOf(doubt)}`, { earliest: when(earliest), latest: when(latest) })];
}

function wordOf({ kind, range }: Doubt): 'start-unknown' | 'estimate' | 'estimate-open' | 'arguable' {
  return kind === 'estimate' && range === null ? 'estimate-open' : kind;
}
