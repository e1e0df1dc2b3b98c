import { searchExpression } from '../../../shared/search/index.ts';
import { searchRules } from '../../../shared/rulebook/index.ts';
import { os } from '../../core/context.ts';
import { findDocuments, findNumberHits, findOrderHits } from './search.repo.ts';

/** Rules and orders come after a person's own work, and never crowd it out. */
const OTHERS_SHOWN = 5;

export const search = {
  find: os.search.find.handler(async ({ context: { services }, input }) => {
    const expression = searchExpression(input.text);
    if (expression === '') return [];
    const numbered = await findNumberHits(services.read, input.text, OTHERS_SHOWN);
    const isNumbered = new Set(numbered.map(({ refId }) => refId));
    const own = (await findDocuments(services.read, expression, input.limit)).filter(
      ({ kind, refId }) => kind !== 'case' || !isNumbered.has(refId),
    );
    const orders = await findOrderHits(services.read, input.text, OTHERS_SHOWN);
    const rules = searchRules(await services.rulebooks.current(services.read), input.text)
      .slice(0, OTHERS_SHOWN)
      .map((rule) => ({
        kind: 'rule' as const,
        refId: rule.id,
        caseId: null,
        title: services.ports.settings.get().language === 'en' ? rule.title.en : rule.title.zh,
        detail: rule.id,
      }));
    return [...numbered, ...own, ...orders, ...rules].slice(0, input.limit);
  }),
};
