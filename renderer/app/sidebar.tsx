import { useQuery } from '@tanstack/react-query';
import { CircleHelp } from 'lucide-react';
import { ActionIcon } from '@mantine/core';
import { Link, NavLink } from 'react-router';
import { api } from '../api/index.ts';
import { OperatorSwitcher } from '../features/operators/index.ts';
import { openPalette } from '../features/search/index.ts';
import { countLate } from '../features/today/index.ts';
import { Kbd, LateText, useNow, useText } from '../ui/index.ts';
import { ROOMS, type RoomPath } from './rooms.ts';

function useCounts(): { readonly late: number; readonly by: Partial<Record<RoomPath, number>> } {
  const now = useNow();
  const today = useQuery(api.today.get.queryOptions({ input: {} }));
  const cases = useQuery(api.cases.list.queryOptions({ input: { limit: 1 } }));
  const orders = useQuery(api.orders.list.queryOptions({ input: { limit: 1 } }));
  const evidence = useQuery(api.evidence.list.queryOptions({ input: { limit: 1 } }));
  return {
    late: today.data === undefined ? 0 : countLate(today.data, now),
    by: {
      '/cases': cases.data?.total ?? 0,
      '/orders': orders.data?.total ?? 0,
      '/evidence': evidence.data?.total ?? 0,
      '/deadlines': today.data?.clocks.length ?? 0,
    },
  };
}

/** The rooms, with what waits in them; who acts; and the two things always at hand. */
export function Sidebar() {
  const t = useText();
  const { late, by } = useCounts();
  return (
    <section className="ad-sidebar" aria-label={t('app:name')}>
      <div className="ad-brand">
        <span className="ad-brand-name">{t('app:name')}</span>
        <OperatorSwitcher />
      </div>
      <nav aria-label={t('app:navigation')}>
        {ROOMS.map((room) => {
          const count = by[room.path] ?? 0;
          return (
            <NavLink key={room.path} to={room.path} end={room.path === '/'} className="ad-room">
              <span>{t(room.name)}</span>
              {room.path === '/' && late > 0 ? (
                <span className="ad-room-count">
                  <LateText>{t('app:lateCount', { count: late })}</LateText>
                </span>
              ) : count > 0 ? (
                <span className="ad-room-count">{t.format.count(count)}</span>
              ) : null}
            </NavLink>
          );
        })}
      </nav>
      <div className="ad-foot">
        <span>{t('app:allLocal')}</span>
        <span className="ad-foot-line">
          <button type="button" className="ad-foot-button" onClick={openPalette}>
            <Kbd keys="mod+k" /> {t('app:findAnything')}
          </button>
          <ActionIcon
            component={Link}
            to="/help"
            size={24}
            aria-label={t('help:title')}
            title={`${t('help:title')} · F1`}
          >
            <CircleHelp size={15} />
          </ActionIcon>
        </span>
      </div>
    </section>
  );
}
