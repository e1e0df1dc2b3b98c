import type { LookUpRow } from '../../../shared/look-ups/index.ts';

/** Where something new that was found in a back office is gone on with. */
export function nextActPath({ kind, storeId }: Pick<LookUpRow, 'kind' | 'storeId'>): string {
  switch (kind) {
    case 'alerts':
      return `/cases/new?what=report&store=${storeId}`;
    case 'violations':
      return `/cases/new?what=appeal&store=${storeId}`;
    case 'results':
      return '/cases';
  }
}
