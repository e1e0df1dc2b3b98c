import { OF_THE_MATTER, type Attempt } from '../../../shared/attempts/index.ts';
import { useText } from '../../ui/index.ts';

/** What an attempt is called: its order's number, or, where it names none, the whole matter. */
export function useAttemptName(): (attempt: Pick<Attempt, 'orderNumber'>) => string {
  const t = useText();
  return ({ orderNumber }) => (orderNumber === OF_THE_MATTER ? t('attempts:ofMatter') : orderNumber);
}
