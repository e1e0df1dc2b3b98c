import { usefulNow, type AskGroup } from '../../../shared/asks/index.ts';
import { useText, useZone } from '../../ui/index.ts';
import { isDue } from './group-rows.ts';
import { shortTime } from './hours-text.ts';
import { nameOf } from './names.ts';
import { useCalendars } from './use-calendars.ts';

interface RightNowProps {
  readonly groups: readonly AskGroup[];
  readonly isOneOfMany: boolean;
  readonly now: number;
}

/** What can be done at this hour: what needs nobody, who is there, and who reads a message when they open. */
export function RightNow({ groups, isOneOfMany, now }: RightNowProps) {
  const t = useText();
  const zone = useZone();
  const calendars = useCalendars();
  const { own, there, later } = usefulNow(
    groups.filter(({ fresh, open }) => fresh !== null || open.some((each) => isDue(each, now))),
    now,
    calendars,
  );
  const join = (words: readonly string[]): string => t.format.list([...new Set(words)]);
  const orders = own.reduce((sum, { fresh }) => sum + (fresh?.orderCount ?? 0), 0);
  if (own.length + there.length + later.length === 0) return null;
  return (
    <div className="ask-now">
      <p className="ask-now-title">{t('asks:now.title', { time: t.format.time(now, zone) })}</p>
      <ul>
        {there.length === 0 ? null : (
          <li>
            {t('asks:now.there', {
              who: join(
                there.map(({ group, until }) =>
                  until === null
                    ? nameOf(group, t, isOneOfMany)
                    : t('asks:now.thereUntil', {
                        who: nameOf(group, t, isOneOfMany),
                        when: shortTime(until, zone, now, t),
                      }),
                ),
              ),
            })}
          </li>
        )}
        {own.length === 0 ? null : <li>{t('asks:now.own', { count: orders })}</li>}
        {later.length === 0 ? null : (
          <li>
            {t('asks:now.later', {
              who: join(
                later.map(({ group, from }) =>
                  t('asks:now.laterFrom', {
                    who: nameOf(group, t, isOneOfMany),
                    when: shortTime(from, zone, now, t),
                  }),
                ),
              ),
            })}
          </li>
        )}
      </ul>
    </div>
  );
}
