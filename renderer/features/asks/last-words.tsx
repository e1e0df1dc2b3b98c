import type { CaseOutlook, GroupOutlook } from '../../../shared/asks/index.ts';
import { LateText, useText, useZone } from '../../ui/index.ts';
import { shortTime } from './hours-text.ts';

interface LastWordsProps {
  readonly outlook: GroupOutlook;
  /** Whether they were asked already. */
  readonly isAsked: boolean;
  readonly now: number;
}

/** Until when to ask, in words; where it is too late, since when, and what asking now would still bring. */
export function LastWords({ outlook: { first, late }, isAsked, now }: LastWordsProps) {
  const t = useText();
  const zone = useZone();
  const [worst] = late;
  return (
    <>
      {first?.at == null ? null : (
        <span>
          {t(isAsked ? 'asks:last.again' : 'asks:last.at', { when: shortTime(first.at, zone, now, t) })}
        </span>
      )}
      {first !== null && late.length > 0 ? (
        <LateText> {t('asks:last.some', { count: late.length })}</LateText>
      ) : null}
      {first === null && worst !== undefined ? <TooLate outlook={worst} now={now} /> : null}
    </>
  );
}

/** Why it is too late, and when an answer comes if somebody is asked all the same. */
export function TooLate({ outlook, now }: { readonly outlook: CaseOutlook; readonly now: number }) {
  const t = useText();
  const zone = useZone();
  const { tooLate, was, answerAt } = outlook;
  const { cutOffAt, dueAt } = outlook.case;
  const said = (at: number): string => shortTime(at, zone, now, t);
  return (
    <>
      <LateText>
        {tooLate === 'cut-off-over'
          ? t('asks:late.cut-off-over', { when: said(cutOffAt) })
          : was === null
            ? t('asks:late.never-open')
            : t('asks:late.passed', { when: said(was) })}
      </LateText>
      {answerAt === null ? null : (
        <span>
          {' · '}
          {t(answerAt < dueAt ? 'asks:late.before' : 'asks:late.after', { when: said(answerAt) })}
        </span>
      )}
    </>
  );
}
