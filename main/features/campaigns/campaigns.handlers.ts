import { campaignDays } from '../../../shared/campaigns/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import { os, requireOperator, write } from '../../core/context.ts';
import { attachItems, findItem, requireCase, takeInText } from '../evidence/index.ts';
import { campaignRows, findCampaignRow, importFiles, storeOfCampaign, toCampaign } from './campaigns.repo.ts';
import { countOrders } from './count-orders.ts';
import { countsAsText } from './counts-as-text.ts';

export const campaigns = {
  list: os.campaigns.list.handler(async ({ context: { services }, input }) => {
    await requireCase(services.read, input.caseId);
    return (await campaignRows(services.read, input.caseId)).map(toCampaign);
  }),

  save: os.campaigns.save.handler(({ context, input }) =>
    write(
      context,
      'campaigns.save',
      async (tx) => {
        await requireCase(tx, input.caseId);
        if (input.endsOn < input.startsOn) throw new AppError('BAD_REQUEST', { reason: 'ends-before-start' });
        if (campaignDays(input) > 366) throw new AppError('BAD_REQUEST', { reason: 'too-long' });
        await attachItems(tx, input.caseId, input.itemIds);
        const values = {
          name: input.name,
          place: input.place,
          starts_on: input.startsOn,
          ends_on: input.endsOn,
          what: input.what,
          item_ids_json: JSON.stringify(input.itemIds),
        };
        if (input.campaignId === null) {
          const id = tx.newId();
          await tx.insert('campaigns', { id, case_id: input.caseId, ...values });
          return toCampaign(await findCampaignRow(tx, id));
        }
        await tx.update('campaigns', input.campaignId, values);
        return toCampaign(await findCampaignRow(tx, input.campaignId));
      },
      { caseId: input.caseId },
    ),
  ),

  remove: os.campaigns.remove.handler(({ context, input }) =>
    write(context, 'campaigns.remove', async (tx) => {
      const row = await findCampaignRow(tx, input.campaignId);
      tx.about(row.case_id);
      await tx.remove('campaigns', row.id);
      return { ok: true as const };
    }),
  ),

  count: os.campaigns.count.handler(async ({ context: { services }, input }) =>
    countOrders(services.read, await findCampaignRow(services.read, input.campaignId)),
  ),

  exhibit: os.campaigns.exhibit.handler(async ({ context, input }) => {
    const { services } = context;
    const operatorId = await requireOperator(context);
    const row = await findCampaignRow(services.read, input.campaignId);
    const count = await countOrders(services.read, row);
    if (count.says === null) throw new AppError('NOT_READY', { reason: 'no-orders-counted' });
    const { storeId, zone } = await storeOfCampaign(services.read, row.case_id);
    const { label, text } = countsAsText(
      input.language,
      toCampaign(row),
      count,
      zone,
      await importFiles(services.read, storeId),
    );
    return await findItem(
      services.read,
      await takeInText(context, operatorId, {
        act: 'campaigns.exhibit',
        label,
        text,
        caseId: row.case_id,
      }),
    );
  }),
};
