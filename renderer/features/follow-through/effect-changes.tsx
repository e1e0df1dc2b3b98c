import type { PromisedEffect } from '../../../shared/follow-through/index.ts';
import { useText } from '../../ui/index.ts';
import { effectLines } from '../rulebook/index.ts';

/** What an effect changes, thing by thing, so that each can be looked for; nothing where the rules name none. */
export function EffectChanges({
  effect: { changes, promise },
}: {
  readonly effect: Pick<PromisedEffect, 'changes' | 'promise'>;
}) {
  const t = useText();
  if (changes.length === 0) return null;
  return (
    <ul className="effect-changes">
      {effectLines(changes, t, promise !== 'possible').map(({ what, words }) => (
        <li key={what}>{words}</li>
      ))}
    </ul>
  );
}
