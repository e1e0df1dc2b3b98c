import type { OrderClass } from '../../../shared/cases/index.ts';
import { StatusWord, useText, type StatusKind } from '../../ui/index.ts';

const KIND: Record<OrderClass, StatusKind> = {
  'documented-genuine': 'ok',
  'cannot-be-proven': 'part',
  admitted: 'no',
};

/** What can be shown for an order, as icon and word; the internal class says that it is internal. */
export function ClassWord({ of }: { readonly of: OrderClass | null }) {
  const t = useText();
  if (of === null) return <StatusWord kind="open">{t('orderClasses:class.none')}</StatusWord>;
  return (
    <StatusWord kind={KIND[of]}>
      {t(`orderClasses:class.${of}`)}
      {of === 'admitted' ? (
        <small className="class-internal"> {t('orderClasses:class.internal')}</small>
      ) : null}
    </StatusWord>
  );
}
