import { ActButton, useText } from '../../ui/index.ts';
import { useOpenExample } from './use-example.ts';

/** A quiet way to look at a finished evening's work before there is any of one's own. */
export function ExampleOffer() {
  const t = useText();
  const { open, isBusy } = useOpenExample();
  return (
    <div className="ad-row">
      <ActButton
        act="example"
        keys="shift+d"
        variant="subtle"
        size="compact-sm"
        loading={isBusy}
        onClick={open}
      >
        {t('workspace:exampleOpen')}
      </ActButton>
      <span className="ad-hint" role="status">
        {isBusy ? t('workspace:exampleMaking') : t('workspace:exampleOpenHint')}
      </span>
    </div>
  );
}
