import { AppError } from '../../../shared/kernel/index.ts';
import { os, write } from '../../core/context.ts';
import { attachItems } from '../evidence/index.ts';
import { effectRows, promisedEffects } from './follow-through.repo.ts';

export const followThrough = {
  list: os.followThrough.list.handler(({ context: { services }, input }) =>
    promisedEffects(services.read, services.rulebooks, input.caseId, services.clock.now()),
  ),

  tick: os.followThrough.tick.handler(({ context, input }) =>
    write(
      context,
      'followThrough.tick',
      async (tx) => {
        const { rulebooks } = context.services;
        const effects = await promisedEffects(tx, rulebooks, input.caseId, tx.now);
        if (!effects.some((effect) => effect.effectId === input.effectId)) {
          throw new AppError('BAD_REQUEST', { reason: 'unknown-effect', effectId: input.effectId });
        }
        if (input.itemId !== null) await attachItems(tx, input.caseId, [input.itemId]);
        const row = (await effectRows(tx, input.caseId)).find((each) => each.effect_id === input.effectId);
        const values = { state: input.state, seen_on: input.seenOn, item_id: input.itemId, note: input.note };
        if (row !== undefined) await tx.update('effect_ticks', row.id, values);
        else
          await tx.insert('effect_ticks', {
            id: tx.newId(),
            case_id: input.caseId,
            effect_id: input.effectId,
            ...values,
          });
        return await promisedEffects(tx, rulebooks, input.caseId, tx.now);
      },
      { caseId: input.caseId },
    ),
  ),
};
