import { Link } from 'react-router';
import { desktop } from '../../api/index.ts';
import { useText } from '../../ui/index.ts';

/** That nothing rings here, where something of one's own runs out; nothing in the desktop program, which has a bell. */
export function NoBell({ running }: { readonly running: boolean }) {
  const t = useText();
  if (desktop !== null || !running) return null;
  return (
    <p className="ad-hint no-bell">
      {t('reminders:noBell')} <Link to="/settings">{t('reminders:noBellWay')}</Link>
    </p>
  );
}
