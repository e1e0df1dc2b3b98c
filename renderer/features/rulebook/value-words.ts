import type { Translator } from '../../../shared/i18n/index.ts';
import { spanWords, type Effect, type ReadingValue } from '../../../shared/rulebook/index.ts';

type Of<Kind extends ReadingValue['kind']> = Extract<ReadingValue, { readonly kind: Kind }>;

const joined = (parts: readonly string[], t: Translator): string =>
  parts.join(t.language === 'en' ? '; ' : '；');

/** A span in words: how long, from when, and everything that makes it end on another day. */
export function durationWords(value: Of<'duration'>, t: Translator): string {
  const { from, holidaysCount } = value;
  const starts =
    from === null
      ? [
          value.startStated
            ? amountWords(value, t)
            : t('rulebook:durationFromNothing', { duration: amountWords(value, t) }),
        ]
      : [
          t(value.startStated ? 'rulebook:durationFrom' : 'rulebook:durationFromUnstated', {
            duration: amountWords(value, t),
            event: t(`rulebook:event-${from}`),
          }),
          ...value.laterOf.map((later) =>
            t('rulebook:laterOf', {
              event: t(`rulebook:event-${from}`),
              later: t(`rulebook:event-${later}`),
            }),
          ),
        ];
  return joined(
    [
      ...starts,
      ...(value.startDayCounts ? [t('rulebook:startDayCounts')] : []),
      ...(holidaysCount === null
        ? []
        : [t(holidaysCount ? 'rulebook:holidaysCount' : 'rulebook:holidaysLeftOut')]),
      ...(value.movesOffHolidays ? [t('rulebook:movesOffHolidays')] : []),
      ...(value.pauseDuringReview ? [t('rulebook:paused')] : []),
      ...(value.onPage ? [t('rulebook:onPage')] : []),
    ],
    t,
  );
}

function amountWords(value: Of<'duration'>, t: Translator): string {
  const amount = spanWords(value, t);
  return value.qualifier === null ? amount : `${t.pick(value.qualifier)} ${amount}`;
}

/** How many chances there are, for what, and what does not use one up. */
export function attemptsWords(value: Of<'attempts'>, t: Translator): string {
  const key = value.key.map((part) => t(`rulebook:key-${part}`)).join(' + ');
  const { resubmitIfReturned } = value;
  return joined(
    [
      value.max === 0 ? t('rulebook:attemptsNone') : t('rulebook:attemptsMax', { count: value.max, key }),
      ...(value.supplements === null
        ? []
        : [
            value.supplements === 0
              ? t('rulebook:supplementsNone')
              : t('rulebook:supplements', { count: value.supplements }),
          ]),
      ...(resubmitIfReturned === null
        ? []
        : [t(resubmitIfReturned ? 'rulebook:resubmit' : 'rulebook:resubmitNot')]),
      ...value.byOffence.map(({ offence, max }) => t('rulebook:offence', { offence, count: max })),
    ],
    t,
  );
}

/** What must be legible in an exhibit, and what of it must agree with the order. */
export function fieldsWords({ matches, legible }: Of<'fields'>, t: Translator): string {
  const named = (fields: typeof legible) =>
    t.format.list(fields.map((field) => t(`requirements:field.${field}`)));
  return joined(
    [
      ...(matches.length === 0 ? [] : [`${t('requirements:agrees')} ${named(matches)}`]),
      ...(legible.length === 0 ? [] : [`${t('requirements:legible')} ${named(legible)}`]),
    ],
    t,
  );
}

/** What a decision changes, each thing with what becomes of it. */
export function effectsWords(effects: readonly Effect[], t: Translator): string {
  return joined(
    effectLines(effects, t).map(({ words }) => words),
    t,
  );
}

/**
 * What becomes of each thing, a line a thing. Several outcomes of one thing stand together; where none of them is promised
 * they are alternatives, and one of them comes.
 */
export function effectLines(
  effects: readonly Effect[],
  t: Translator,
  promised = true,
): readonly { readonly what: Effect['what']; readonly words: string }[] {
  return [...Map.groupBy(effects, ({ what }) => what)].map(([what, group]) => {
    const changes = group.map(({ change }) => t(`rulebook:effectIs-${change}`));
    const last = changes.at(-1) ?? '';
    const change =
      promised || changes.length < 2
        ? t.format.list(changes)
        : t('rulebook:effectEither', { first: t.format.list(changes.slice(0, -1)), last });
    return { what, words: t('rulebook:effect', { what: t(`rulebook:effectOn-${what}`), change }) };
  });
}

/** One thing and what becomes of it: "成交不卖率：剔除". */
export function effectWords({ what, change }: Effect, t: Translator): string {
  return t('rulebook:effect', {
    what: t(`rulebook:effectOn-${what}`),
    change: t(`rulebook:effectIs-${change}`),
  });
}
