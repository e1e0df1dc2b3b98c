import { BookOpenText, FileWarning, RotateCcw, Scale, UserX, type LucideIcon } from 'lucide-react';
import type { PlatformEntry } from '../clients/index.ts';
import { ActPlain, useText } from '../../ui/index.ts';
import { canBegin, HAPPENINGS, type Happening } from './happenings.ts';

const ICONS: { readonly [Each in Happening | 'lookUp']: LucideIcon } = {
  appeal: FileWarning,
  report: UserX,
  dispute: Scale,
  rejected: RotateCcw,
  lookUp: BookOpenText,
};

interface WhatHappenedProps {
  readonly platforms: readonly PlatformEntry[];
  readonly value: Happening | null;
  readonly onAnswer: (answer: Happening | 'lookUp') => void;
  /** Side by side and short, above the form that the answer opens. */
  readonly compact?: boolean;
}

/** The one question, with only the answers whose rules are here. */
export function WhatHappened({ platforms, value, onAnswer, compact = false }: WhatHappenedProps) {
  const t = useText();
  const offered = HAPPENINGS.filter((each) => platforms.some((platform) => canBegin(each, platform)));
  return (
    <ul
      className={compact ? 'ad-answers ad-answers-compact' : 'ad-answers'}
      aria-label={t('onboarding:question')}
    >
      {[...offered, 'lookUp' as const].map((each, place) => {
        const Icon = ICONS[each];
        return (
          <li key={each}>
            <ActPlain
              act={`answer-${each}`}
              keys={String(place + 1)}
              label={t(`onboarding:${each}`)}
              className="ad-answer"
              aria-pressed={each === 'lookUp' ? undefined : value === each}
              onClick={() => onAnswer(each)}
            >
              <Icon size={compact ? 18 : 22} aria-hidden="true" />
              <span>
                <b>{t(`onboarding:${each}`)}</b>
                {compact ? null : <small>{t(`onboarding:${each}Detail`)}</small>}
              </span>
            </ActPlain>
          </li>
        );
      })}
    </ul>
  );
}
