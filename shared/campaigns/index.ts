export * from './schema.ts';
export { campaignSentence, countAround, type AroundCount } from './count.ts';
export { campaignDays, campaignSpan } from './span.ts';
