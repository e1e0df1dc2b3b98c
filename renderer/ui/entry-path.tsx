import type { Scenario } from '../../shared/rulebook/index.ts';
import { useText } from './language.tsx';

/**
 * The way to a form in the platform's words, with the day its source shows; where no source names the page, where else
 * to look for it.
 */
export function EntryPath({ entry }: { readonly entry: Scenario['entry'] }) {
  const t = useText();
  if (entry === null) return <>{t('ui:entryUnknown')}</>;
  return (
    <>
      {[...entry.path, ...(entry.button === null ? [] : [entry.button])].join(' › ')}
      {entry.also.map((path) => ` · ${t('ui:entryAlso', { path: path.join(' › ') })}`)}
      <span className="ad-hint">
        {' '}
        {entry.date === null ? t('ui:entryUndated') : t('ui:entryDated', { date: entry.date })}
      </span>
    </>
  );
}
