import { useEffect, useState } from 'react';
import { useConnection } from '../api/index.ts';
import { Loading, useText } from '../ui/index.ts';

const SLOW_MS = 6000;

/** What stands on the screen until the core has answered for the first time. */
export function Starting() {
  const t = useText();
  const lost = useConnection(({ state }) => state === 'lost');
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main className="ad-starting">
      <h1>{t('app:name')}</h1>
      <Loading label={t('app:starting')} />
      {slow || lost ? <p className="ad-hint">{t('app:startingSlow')}</p> : null}
    </main>
  );
}
