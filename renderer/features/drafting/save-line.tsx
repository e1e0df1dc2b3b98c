import type { Statement } from '../../../shared/drafting/index.ts';
import { describeError } from '../../api/index.ts';
import { ActButton, Note, SavedState, useNow, useText, useZone } from '../../ui/index.ts';
import type { SaveState } from './use-statement.ts';

interface SaveLineProps {
  readonly state: SaveState;
  readonly saved: Statement | null;
  readonly onRetry: () => void;
}

/** Whether the words are safe, and as which version. */
export function SaveLine({ state, saved, onRetry }: SaveLineProps) {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  if (state.kind === 'saved' && saved !== null) {
    const when = saved.savedAt === null ? null : t.format.instant(saved.savedAt, zone, now);
    return (
      <span className="ad-saved" role="status">
        {when === null
          ? t('drafting:state.new')
          : t('drafting:state.saved', { when, version: saved.version })}
      </span>
    );
  }
  if (state.kind === 'failed') {
    return (
      <Note kind="warn">
        {t('drafting:state.failed', { why: describeError(state.error, t) })}{' '}
        <ActButton act="retry" keys="shift+a" variant="subtle" size="compact-sm" onClick={onRetry}>
          {t('drafting:state.retry')}
        </ActButton>
      </Note>
    );
  }
  if (state.kind === 'excess') {
    return (
      <Note kind="warn">
        {state.excess.map(({ limit, found, allowed, place }) => (
          <div key={`${limit}-${place}`}>
            {limit === 'sections'
              ? t('drafting:excess.sections', { found, allowed })
              : limit === 'heading'
                ? t('drafting:excess.heading', { found, allowed, place })
                : t('drafting:excess.paragraphs', { found, allowed, place })}
          </div>
        ))}
      </Note>
    );
  }
  if (state.kind === 'conflict') return null;
  return <SavedState state={state.kind === 'saving' ? 'saving' : 'unsaved'} at={null} />;
}
