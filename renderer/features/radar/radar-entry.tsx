import { useState } from 'react';
import { Link } from 'react-router';
import { horizonOf, type RadarLine } from '../../../shared/radar/index.ts';
import { client, useChange } from '../../api/index.ts';
import { ActButton, Entry, StatusWord, useText, useZone } from '../../ui/index.ts';
import { SettleDialog } from './settle-dialog.tsx';

interface RadarEntryProps {
  readonly line: RadarLine;
  readonly now: number;
  /** Whether it stands among those of other cases, and names its own. */
  readonly named: boolean;
  /** Whether a line above has said already what this one would say. */
  readonly again: boolean;
  /** Whether its end is explained beside the list; null where it cannot be. */
  readonly explained?: boolean | null;
  readonly onExplain?: (clockId: string) => void;
}

/** Whether a line of a list comes after one about the same thing, so that its explanation need not be read twice. */
export function saidBefore(lines: readonly RadarLine[], place: number): boolean {
  const line = lines[place];
  return lines
    .slice(0, place)
    .some((each) => each.kind === line?.kind && each.title?.zh === line.title?.zh && each.state === 'open');
}

/** As many order numbers as a line names. */
const NUMBERS_SHOWN = 2;

/** One thing that vanishes: until when, where it is, and the act that saves it before. */
export function RadarEntry({ line, now, named, again, explained = null, onExplain }: RadarEntryProps) {
  const t = useText();
  const zone = useZone();
  const [settling, setSettling] = useState<'saved' | 'given-up' | null>(null);
  const reopen = useChange(client.radar.reopen, { features: ['radar', 'deadlines', 'today'] });
  const { caseId, capture, state, orderNumbers } = line;
  const title = line.title === null ? t('radar:link') : t.pick(line.title);
  const ofCase = `${line.storeAlias} · ${line.caseTitle}`;
  const open = state === 'open';
  const horizon = horizonOf(line, now);
  const first = orderNumbers[0];
  // Of several links of one text each is told from the others by where it leads.
  const about = line.address === null ? title : `${title} ${line.address}`;
  const act = { of: `${about} · ${line.caseTitle}`, variant: 'subtle', size: 'compact-sm' } as const;
  const details = [
    line.kind === 'link' ? (line.address ?? '') : '',
    orderNumbers.length === 0
      ? ''
      : t('radar:orders', { count: orderNumbers.length, numbers: numbersOf(orderNumbers, t) }),
    open && line.vanishesAt !== null ? reachOf(line, { t, zone, now }) : '',
    open && !again ? saysOf(line, t) : '',
    open && !again && line.whereFound !== null && horizon !== 'gone'
      ? t('radar:where', { place: t.pick(line.whereFound) })
      : '',
    capture === null || capture.reason === '' ? '' : t('radar:because', { reason: capture.reason }),
    capture === null
      ? ''
      : t('radar:noted', { name: capture.operatorName, when: t.format.instant(capture.at, zone, now) }),
  ].filter((each) => each !== '');
  return (
    <>
      <Entry
        lead={<Lead line={line} now={now} />}
        title={open && line.does !== null ? t.pick(line.does) : title}
        detail={
          <>
            {named ? (
              <div>
                <Link to={`/cases/${caseId}`}>{ofCase}</Link>
              </div>
            ) : null}
            {details.map((each) => (
              <div key={each}>{each}</div>
            ))}
          </>
        }
        action={
          open ? (
            <>
              {explained === null || line.clockId === null ? null : (
                <ActButton
                  act="why"
                  keys="w"
                  {...act}
                  aria-pressed={explained}
                  onClick={() => onExplain?.(line.clockId ?? '')}
                >
                  {t('today:why')}
                </ActButton>
              )}
              {horizon === 'gone' ? null : line.requirementId === null ? (
                <ActButton act="capture" keys="shift+v" {...act} onClick={() => setSettling('saved')}>
                  {t('radar:capture')}
                </ActButton>
              ) : (
                <ActButton
                  act="capture"
                  keys="shift+v"
                  {...act}
                  to={`/cases/${caseId}/evidence?order=${encodeURIComponent(first ?? '')}`}
                >
                  {t('radar:capture')}
                </ActButton>
              )}
              <ActButton act="give-up" keys="shift+u" {...act} onClick={() => setSettling('given-up')}>
                {t('radar:giveUp')}
              </ActButton>
            </>
          ) : capture === null ? undefined : (
            <ActButton
              act="reopen"
              keys="shift+z"
              {...act}
              loading={reopen.isPending}
              onClick={() => reopen.mutate({ captureId: capture.id })}
            >
              {t('radar:reopen')}
            </ActButton>
          )
        }
      />
      {settling === null ? null : (
        <SettleDialog line={line} state={settling} onClose={() => setSettling(null)} />
      )}
    </>
  );
}

function Lead({ line, now }: { readonly line: RadarLine; readonly now: number }) {
  const t = useText();
  if (line.state !== 'open')
    return (
      <StatusWord kind={line.state === 'saved' ? 'ok' : 'no'}>{t(`radar:state-${line.state}`)}</StatusWord>
    );
  const horizon = horizonOf(line, now);
  if (horizon === 'unknown' || horizon === 'doubtful' || horizon === 'gone')
    return <StatusWord kind={horizon === 'gone' ? 'no' : 'warn'}>{t(`radar:lead-${horizon}`)}</StatusWord>;
  return t.format.span((line.vanishesAt ?? now) - now);
}

type Words = ReturnType<typeof useText>;

function saysOf({ kind, says, vanishesAt }: RadarLine, t: Words): string {
  if (kind === 'link') return t('radar:linkSays');
  if (kind === 'orders' && vanishesAt === null) return t('radar:undated');
  return says === null ? '' : t.pick(says);
}

/** Until when it is in reach, by the earliest reading and by the longest. */
function reachOf(
  line: RadarLine,
  { t, zone, now }: { readonly t: Words; readonly zone: string; readonly now: number },
): string {
  const at = (instant: number | null): string => t.format.deadline(instant ?? now, zone, now);
  const horizon = horizonOf(line, now);
  if (horizon === 'gone') return t('radar:gone', { when: at(line.lastsUntil ?? line.vanishesAt) });
  const [when, last] = [at(line.vanishesAt), at(line.lastsUntil)];
  if (horizon === 'doubtful') return t('radar:doubtful', { when, last });
  return line.lastsUntil === null || line.lastsUntil === line.vanishesAt
    ? t('radar:until', { when })
    : t('radar:untilOther', { when, last });
}

function numbersOf(orderNumbers: readonly string[], t: Words): string {
  const shown = t.format.list(orderNumbers.slice(0, NUMBERS_SHOWN));
  const left = orderNumbers.length - NUMBERS_SHOWN;
  return left <= 0 ? shown : t('radar:ordersMore', { numbers: shown, count: left });
}
