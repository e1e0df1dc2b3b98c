import type { Campaign, CampaignCount } from '../../../shared/campaigns/index.ts';
import { createTranslator } from '../../../shared/i18n/index.ts';
import type { Language } from '../../../shared/kernel/fields.ts';
import { dateIn } from '../../../shared/kernel/index.ts';

/**
 * Daily counts as a text exhibit that names itself for what it is: counted by this program, from which imported files,
 * by which zone's days. Whoever doubts it counts again.
 */
export function countsAsText(
  language: Language,
  campaign: Campaign,
  count: CampaignCount,
  zone: string,
  files: readonly { readonly fileName: string; readonly sha256: string; readonly finishedAt: number }[],
): { readonly label: string; readonly text: string } {
  const t = createTranslator(language);
  const days = count.days.map(
    ({ date, orders, during }) => `${date}\t${orders}${during ? `\t${t('core:counts.during')}` : ''}`,
  );
  const sources = files.map(
    ({ fileName, sha256, finishedAt }) => `${dateIn(finishedAt, zone)}\t${fileName}\tSHA-256 ${sha256}`,
  );
  return {
    label: t('core:counts.label', { name: campaign.name }),
    text: [
      t('core:counts.head', { name: campaign.name, from: campaign.startsOn, to: campaign.endsOn }),
      t('core:counts.how', { zone }),
      '',
      ...(count.says === null ? [] : [t.pick(count.says), '']),
      t('core:counts.days'),
      ...days,
      '',
      t('core:counts.files'),
      ...sources,
      '',
    ].join('\n'),
  };
}
