import { AppError } from '../../../shared/kernel/index.ts';
import type { RequirementTick } from '../../../shared/evidence/index.ts';
import { os, write, type CallContext } from '../../core/context.ts';
import type { WriteHandle } from '../../workspace/index.ts';
import { attachItems } from '../evidence/index.ts';
import { caseCoverage, tickRows } from './requirements.repo.ts';

export const requirements = {
  coverage: os.requirements.coverage.handler(({ context, input }) =>
    caseCoverage(context.services.read, context.services.rulebook, input.caseId),
  ),

  meet: os.requirements.meet.handler(({ context, input }) =>
    write(
      context,
      'requirements.meet',
      (tx) =>
        tick(context, tx, input.caseId, input.requirementId, {
          state: 'met',
          itemIds: input.itemIds,
          reason: '',
        }),
      { caseId: input.caseId },
    ),
  ),

  unavailable: os.requirements.unavailable.handler(({ context, input }) =>
    write(
      context,
      'requirements.unavailable',
      (tx) =>
        tick(context, tx, input.caseId, input.requirementId, {
          state: 'unavailable',
          itemIds: [],
          reason: input.reason,
        }),
      { caseId: input.caseId },
    ),
  ),
};

async function tick(
  context: CallContext,
  tx: WriteHandle,
  caseId: string,
  requirementId: string,
  said: Pick<RequirementTick, 'state' | 'itemIds' | 'reason'>,
) {
  const { rulebook } = context.services;
  const before = await caseCoverage(tx, rulebook, caseId);
  if (!before.requirements.some((requirement) => requirement.id === requirementId)) {
    throw new AppError('BAD_REQUEST', { reason: 'unknown-requirement', requirementId });
  }
  await attachItems(tx, caseId, said.itemIds);
  const row = (await tickRows(tx, caseId)).find((each) => each.requirement_id === requirementId);
  const values = { state: said.state, item_ids_json: JSON.stringify(said.itemIds), reason: said.reason };
  if (said.state === 'met' && said.itemIds.length === 0) {
    if (row !== undefined) await tx.remove('requirement_ticks', row.id);
  } else if (row === undefined) {
    await tx.insert('requirement_ticks', {
      id: tx.newId(),
      case_id: caseId,
      requirement_id: requirementId,
      ...values,
    });
  } else {
    await tx.update('requirement_ticks', row.id, values);
  }
  return await caseCoverage(tx, rulebook, caseId);
}
