import type { PromisedEffect } from '../../../shared/follow-through/index.ts';
import { useText } from '../../ui/index.ts';
import { effectWords } from '../rulebook/index.ts';

/** What an effect changes, thing by thing, so that each can be looked for; nothing where the rules name none. */
export function EffectChanges({ changes }: Pick<PromisedEffect, 'changes'>) {
  const t = useText();
  if (changes.length === 0) return null;
  return (
    <ul className="effect-changes">
      {changes.map((each) => (
        <li key={`${each.what} ${each.change}`}>{effectWords(each, t)}</li>
      ))}
    </ul>
  );
}
