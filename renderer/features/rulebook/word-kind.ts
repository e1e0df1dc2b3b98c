import type { Verdict } from '../../../shared/rulebook/index.ts';
import type { StatusKind } from '../../ui/index.ts';

/** How each word of the check is marked. */
export const WORD_KIND: Record<Verdict['word'], StatusKind> = {
  eligible: 'ok',
  weak: 'part',
  'not-eligible': 'no',
  'fact-missing': 'open',
};
