import { AppError } from '../../../shared/kernel/index.ts';
import {
  findCountdown,
  findInstants,
  findMatterNumbers,
  findOrderNumbers,
} from '../../../shared/notices/index.ts';
import { platforms } from '../../../shared/rulebook/index.ts';
import { os, tryOut, write } from '../../core/context.ts';
import { findStoreRow } from '../clients/index.ts';
import { changesBy } from '../deadlines/index.ts';
import { findOrders } from '../orders/index.ts';
import { caseOfNotice, casesHolding, findNotice, toNotice } from './notices.repo.ts';
import { findUnopened, removeUnopened, saveUnopened } from './unopened.repo.ts';
import { pageBeforeCase, pageOfNotice, writeNotice } from './write-notice.ts';

export const notices = {
  read: os.notices.read.handler(async ({ context: { services }, input }) => {
    const { read, rulebooks } = services;
    const store = await findStoreRow(read, input.storeId);
    const platform = platforms(await rulebooks.current(read)).find(
      (candidate) => candidate.id === store.platform,
    );
    if (platform?.orderNumber == null)
      throw new AppError('NOT_FOUND', { kind: 'platform', id: store.platform });
    const { orderNumbers, otherNumbers } = findOrderNumbers(input.text, platform.orderNumber.pattern);
    const numbers = orderNumbers.map((found) => found.orderNumber);
    const imported = new Map(
      (await findOrders(read, store.id, numbers)).map((order) => [order.order_number, order]),
    );
    const held = await casesHolding(read, store.id, numbers);
    return {
      orderNumbers: orderNumbers.map((found) => {
        const order = imported.get(found.orderNumber);
        return {
          ...found,
          order:
            order === undefined
              ? null
              : {
                  id: order.id,
                  buyerName: order.buyer_name,
                  orderedAt: order.ordered_at,
                  items: order.items,
                },
          cases: held.get(found.orderNumber) ?? [],
        };
      }),
      otherNumbers: [...otherNumbers],
      matterNumbers: findMatterNumbers(input.text),
      countdown: findCountdown(input.text),
      instants: [...findInstants(input.text, platform.zone)],
    };
  }),

  get: os.notices.get.handler(async ({ context: { services }, input }) => {
    await caseOfNotice(services.read, input.caseId);
    const row = await findNotice(services.read, input.caseId);
    return row === null ? null : toNotice(row);
  }),

  save: os.notices.save.handler(({ context, input }) =>
    write(
      context,
      'notices.save',
      async (tx) => {
        const { caseId, pageClock, ...patch } = input;
        return toNotice(await writeNotice(tx, context.services.rulebooks, caseId, patch, { pageClock }));
      },
      { caseId: input.caseId },
    ),
  ),

  preview: os.notices.preview.handler(({ context, input: { caseId, pageClock, ...patch } }) =>
    tryOut(context, async (tx) => {
      const { rulebooks } = context.services;
      const save = () => writeNotice(tx, rulebooks, caseId, patch, { pageClock });
      return { ...(await changesBy(tx, caseId, save)), page: await pageOfNotice(tx, rulebooks, caseId) };
    }),
  ),

  pageClocks: os.notices.pageClocks.handler(async ({ context: { services }, input }) => {
    const { storeId, scenarioId, ...notice } = input;
    const { read, rulebooks, clock } = services;
    const store = await findStoreRow(read, storeId);
    return await pageBeforeCase(read, rulebooks, store, scenarioId, notice, clock.now());
  }),

  unopened: os.notices.unopened.handler(({ context: { services } }) => findUnopened(services.read)),

  saveUnopened: os.notices.saveUnopened.handler(({ context, input }) =>
    write(context, 'notices.saveUnopened', (tx) => saveUnopened(tx, input)),
  ),

  discardUnopened: os.notices.discardUnopened.handler(({ context }) =>
    write(context, 'notices.discardUnopened', async (tx) => {
      await removeUnopened(tx);
      return { ok: true as const };
    }),
  ),

  disclose: os.notices.disclose.handler(({ context, input }) =>
    write(
      context,
      'notices.disclose',
      async (tx) => {
        if (input.disclosesAdmitted && !input.adviceTaken)
          throw new AppError('BAD_REQUEST', { reason: 'advice-first' });
        const row =
          (await findNotice(tx, input.caseId)) ??
          (await writeNotice(tx, context.services.rulebooks, input.caseId, {}));
        await tx.update('notices', row.id, {
          lists_unproven: input.listsUnproven ? 1 : 0,
          discloses_admitted: input.disclosesAdmitted ? 1 : 0,
        });
        const changed = await findNotice(tx, input.caseId);
        if (changed === null) throw new AppError('NOT_FOUND', { kind: 'notice', id: input.caseId });
        return toNotice(changed);
      },
      { caseId: input.caseId },
    ),
  ),
};
