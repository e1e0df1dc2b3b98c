import { describeError } from '../../api/index.ts';
import { ActButton, Note, SavedState, useNow, useText, useZone } from '../../ui/index.ts';
import type { UnopenedDesk } from './use-unopened.ts';

/** Whether what stands in a notice without a case is safe, that it was begun earlier where it was, and the way out of it. */
export function UnopenedLine({ desk, empty }: { readonly desk: UnopenedDesk; readonly empty: boolean }) {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const { kept, state } = desk;
  if (empty && kept === null) return null;
  if (state.kind === 'failed') {
    return (
      <Note kind="warn">
        {t('notices:step.failed', { why: describeError(state.error, t) })}{' '}
        <ActButton act="retry" keys="shift+a" variant="subtle" size="compact-sm" onClick={desk.saveNow}>
          {t('notices:step.retry')}
        </ActButton>
      </Note>
    );
  }
  // As it was found, until the first change.
  const found = kept !== null && state.at === kept.savedAt;
  return (
    <div className="ad-row notice-kept">
      {found ? (
        <span className="ad-saved" role="status">
          {t('notices:unopened.goesOn', { when: t.format.instant(kept.savedAt, zone, now) })}
        </span>
      ) : (
        <SavedState state={state.kind} at={state.at} />
      )}
      <ActButton act="discard" keys="shift+x" variant="subtle" size="compact-sm" onClick={desk.discard}>
        {t('notices:unopened.discard')}
      </ActButton>
    </div>
  );
}
