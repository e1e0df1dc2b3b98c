import { useState } from 'react';
import type { Ask, OpeningHours } from '../../../shared/asks/index.ts';
import type { Bilingual, CoverageView } from '../../../shared/rulebook/index.ts';
import { client, useChange } from '../../api/index.ts';
import {
  ActButton,
  Entry,
  StatusWord,
  useNow,
  useText,
  useZone,
  type StatusKind,
  RowButton,
} from '../../ui/index.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import { ordersText } from './names.ts';
import { RevisitDialog } from './revisit-dialog.tsx';

const KIND: Record<Ask['state'], StatusKind> = {
  open: 'part',
  answered: 'ok',
  refused: 'no',
  silent: 'no',
};

interface AskRowProps {
  readonly ask: Ask;
  readonly titles: ReadonlyMap<string, Bilingual>;
  readonly coverage: CoverageView | undefined;
  /** Of whom it was asked. */
  readonly hours: OpeningHours | undefined;
}

/** One request: of whom, for what, when, and what came of it. */
export function AskRow({ ask, titles, coverage, hours }: AskRowProps) {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const [answering, setAnswering] = useState(false);
  const [putting, setPutting] = useState(false);
  const remove = useChange(client.asks.remove, { features: ['asks'] });
  const answer = useChange(client.asks.answer, { features: ['asks'] });
  const who = t(`asks:addressee.${ask.addressee}`);
  const name = ask.addresseeName === '' ? who : `${who} · ${ask.addresseeName}`;
  const what = ask.requirementIds.map((id) => {
    const title = titles.get(id);
    return title === undefined ? id : t.pick(title);
  });
  const when = t.format.instant(ask.askedAt, zone, now);
  const detail = [
    t('asks:line', { when, waited: t.format.span((ask.answeredAt ?? now) - ask.askedAt) }),
    ask.channel,
    ask.itemId === null && ask.answerItemId === null ? t('asks:noItem') : '',
    ask.state === 'open' && ask.revisitAt !== null
      ? ask.revisitAt <= now
        ? t('asks:revisit.due')
        : t('asks:revisit.at', { when: t.format.instant(ask.revisitAt, zone, now) })
      : '',
    ask.note,
  ].filter((each) => each !== '');
  return (
    <Entry
      lead={<StatusWord kind={KIND[ask.state]}>{t(`asks:state.${ask.state}`)}</StatusWord>}
      title={`${name}${t.language === 'en' ? ': ' : '：'}${t.format.list(what)} · ${ordersText(ask.orderNumbers.length, t)}`}
      detail={detail.join(' · ')}
      action={
        <>
          {ask.state === 'open' ? (
            <>
              <ActButton
                act="answer"
                keys="a"
                of={name}
                variant="default"
                size="compact-sm"
                onClick={() => setAnswering(true)}
              >
                {t('asks:answer')}
              </ActButton>
              <RowButton act="look-later" keys="l" of={`${name} · ${when}`} onClick={() => setPutting(true)}>
                {t('asks:revisit.later')}
              </RowButton>
            </>
          ) : (
            <ActButton
              act="reopen"
              keys="z"
              of={name}
              variant="subtle"
              size="compact-sm"
              loading={answer.isPending}
              onClick={() =>
                answer.mutate({
                  askId: ask.id,
                  state: 'open',
                  answerItemId: ask.answerItemId,
                  note: ask.note,
                })
              }
            >
              {t('asks:reopen')}
            </ActButton>
          )}
          <RowButton
            act="remove"
            keys="delete"
            of={`${name} · ${when}`}
            loading={remove.isPending}
            onClick={() => remove.mutate({ askId: ask.id })}
          >
            {t('asks:remove')}
          </RowButton>
          {putting ? (
            <RevisitDialog askIds={[ask.id]} who={name} hours={hours} onClose={() => setPutting(false)} />
          ) : null}
          {answering ? (
            <AnswerDialog ask={ask} titles={titles} coverage={coverage} onClose={() => setAnswering(false)} />
          ) : null}
        </>
      }
    />
  );
}
