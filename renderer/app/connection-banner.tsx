import { Unplug } from 'lucide-react';
import { useConnection } from '../api/index.ts';
import { useText } from '../ui/index.ts';

/** A quiet strip while the line to the core is gone, and what to do once it will not come back by itself. */
export function ConnectionBanner() {
  const t = useText();
  const lost = useConnection(({ state }) => state === 'lost');
  const isGone = useConnection((each) => each.isGone);
  return (
    <div role="status">
      {lost ? (
        <div className="ad-banner">
          <Unplug size={15} aria-hidden="true" />
          <span>
            {t(isGone ? 'app:gone' : 'app:lost')} {t('app:lostTyping')}
          </span>
        </div>
      ) : null}
    </div>
  );
}
