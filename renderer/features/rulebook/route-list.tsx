import type { Route } from '../../../shared/rulebook/index.ts';
import { CopyAct, RuleLinks, useText } from '../../ui/index.ts';

/** Ways to go on with a matter, the first to take first: what each costs, what to mind, and what to say. */
export function RouteList({ routes }: { readonly routes: readonly Route[] }) {
  const t = useText();
  return (
    <ol className="ad-plain-list rule-routes">
      {routes.map((route) => (
        <li key={route.id}>
          <b>{t.pick(route.title)}</b> <span className="ad-hint">{t(`rulebook:by-${route.by}`)}</span>
          <div>{t('rulebook:routeCosts', { costs: t.pick(route.costs) })}</div>
          {route.caution === null ? null : (
            <div>{t('rulebook:routeCaution', { caution: t.pick(route.caution) })}</div>
          )}
          {route.script === null ? null : (
            <figure className="ad-quote">
              <blockquote>{withBlanks(t.pick(route.script), t)}</blockquote>
              <figcaption>
                {t('rulebook:routeScript')}{' '}
                <CopyAct
                  act="copy-script"
                  keys="y"
                  of={t.pick(route.title)}
                  variant="subtle"
                  size="compact-sm"
                  words={withBlanks(t.pick(route.script), t)}
                >
                  {t('rulebook:copyScript')}
                </CopyAct>
              </figcaption>
            </figure>
          )}
          <RuleLinks ruleIds={route.rules.map(({ ruleId }) => ruleId)} />
        </li>
      ))}
    </ol>
  );
}

/** What to say, with what only a case knows left to be written in by hand. */
function withBlanks(script: string, t: ReturnType<typeof useText>): string {
  return script
    .replaceAll('{orders}', t('rulebook:blankOrders'))
    .replaceAll('{rule}', t('rulebook:blankRule'))
    .replaceAll('{until}', t('rulebook:blankUntil'))
    .replaceAll('{new}', t('rulebook:blankNew'));
}
