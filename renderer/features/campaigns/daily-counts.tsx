import type { CampaignCount } from '../../../shared/campaigns/index.ts';
import { useText } from '../../ui/index.ts';

/** Orders a day before and during a promotion: bars for the eye, and every number in a table behind them. */
export function DailyCounts({ count }: { readonly count: CampaignCount }) {
  const t = useText();
  const { days, daysEach, ordersBefore, ordersDuring } = count;
  const most = Math.max(1, ...days.map((day) => day.orders));
  const label = t('campaigns:counts.chart', { days: daysEach, before: ordersBefore, during: ordersDuring });
  return (
    <div className="daily">
      <dl className="ad-counts">
        <div>
          <dt>{t('campaigns:counts.before')}</dt>
          <dd>{t.format.count(ordersBefore)}</dd>
        </div>
        <div>
          <dt>{t('campaigns:counts.during')}</dt>
          <dd>{t.format.count(ordersDuring)}</dd>
        </div>
      </dl>
      <div className="daily-bars" role="img" aria-label={label}>
        {days.map(({ date, orders, during }) => (
          <span
            key={date}
            className="daily-bar"
            data-during={during || undefined}
            title={`${t.format.legalDay(date)} · ${orders}`}
          >
            <i style={{ height: `${(orders / most) * 100}%` }} />
          </span>
        ))}
      </div>
      <details>
        <summary>{t('campaigns:counts.table')}</summary>
        <div className="daily-table" tabIndex={0} role="group" aria-label={t('campaigns:counts')}>
          <table className="ad-plain-table">
            <thead>
              <tr>
                <th scope="col">{t('campaigns:counts.date')}</th>
                <th scope="col">{t('campaigns:counts.orders')}</th>
                <th scope="col">{t('campaigns:counts.period')}</th>
              </tr>
            </thead>
            <tbody>
              {days.map(({ date, orders, during }) => (
                <tr key={date}>
                  <th scope="row">{date}</th>
                  <td>{t.format.count(orders)}</td>
                  <td>{t(during ? 'campaigns:counts.during' : 'campaigns:counts.before')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </div>
  );
}
