import {
  campaignSentence,
  campaignSpan,
  countAround,
  type CampaignCount,
} from '../../../shared/campaigns/index.ts';
import type { ReadHandle, Tables } from '../../workspace/index.ts';
import { orderTimes, storeOfCampaign } from './campaigns.repo.ts';

/** Orders a day before and during a campaign, from the imported orders of the store, by its own days. */
export async function countOrders(read: ReadHandle, row: Tables['campaigns']): Promise<CampaignCount> {
  const { storeId, zone, caseOrders } = await storeOfCampaign(read, row.case_id);
  const campaign = { startsOn: row.starts_on, endsOn: row.ends_on };
  const span = campaignSpan(campaign, zone);
  const placed = await orderTimes(read, storeId, span.from, span.to);
  const count = countAround(
    campaign,
    placed.map((order) => order.at),
    zone,
  );
  return {
    campaignId: row.id,
    days: [...count.days],
    ordersBefore: count.ordersBefore,
    ordersDuring: count.ordersDuring,
    daysEach: count.daysEach,
    caseOrdersDuring: placed.filter((order) => order.at >= span.start && caseOrders.has(order.orderNumber))
      .length,
    says: campaignSentence(row.name, count),
  };
}
