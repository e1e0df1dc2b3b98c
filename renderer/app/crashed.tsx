import { Button } from '@mantine/core';
import { Link, useRouteError } from 'react-router';
import { EmptyState, Page, useText } from '../ui/index.ts';

/** A screen that threw: what is saved is safe, and there are two ways on. */
export function Crashed() {
  const t = useText();
  const error = useRouteError();
  return (
    <Page title={t('app:crashed')}>
      <div className="ad-stack">
        <p>{t('app:crashedText')}</p>
        <div className="ad-row">
          <Button variant="default" onClick={() => window.location.reload()}>
            {t('app:reload')}
          </Button>
          <Button variant="subtle" component={Link} to="/">
            {t('app:toToday')}
          </Button>
        </div>
        <p className="ad-code">{error instanceof Error ? error.message : ''}</p>
      </div>
    </Page>
  );
}

/** An address that leads nowhere. */
export function NotFound() {
  const t = useText();
  return (
    <Page title={t('app:notFound')}>
      <EmptyState title={t('app:notFound')} action={{ label: t('app:toToday'), to: '/' }}>
        {t('app:notFoundText')}
      </EmptyState>
    </Page>
  );
}
