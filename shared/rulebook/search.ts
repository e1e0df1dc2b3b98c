import type { Rule, Rulebook } from './types.ts';

/**
 * Finds rules by any words in their titles, quotes, ids, sources or scene names. Every word must occur; two Chinese
 * characters are enough. Width and case do not matter, nor does the space that some put between a figure and its Chinese unit.
 *
 * @returns rules whose title matches first, then the others, in the order of the packs. An empty query finds nothing.
 */
export function searchRules(rulebook: Rulebook, query: string): readonly Rule[] {
  const words = normalise(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const inTitle: Rule[] = [];
  const elsewhere: Rule[] = [];
  for (const rule of rulebook.rules.values()) {
    const title = closeUp(normalise(`${rule.id} ${rule.title.zh} ${rule.title.en}`));
    const all = `${title} ${closeUp(normalise(bodyOf(rulebook, rule)))}`;
    if (words.every((word) => title.includes(word))) inTitle.push(rule);
    else if (words.every((word) => all.includes(word))) elsewhere.push(rule);
  }
  return [...inTitle, ...elsewhere];
}

function bodyOf(rulebook: Rulebook, rule: Rule): string {
  const scenes = rule.scenarios.flatMap((id) => {
    const scenario = rulebook.scenarios.get(id);
    // A rule about every scene is not "about" each of their names.
    return scenario === undefined || rule.scenarios.length > 1
      ? []
      : [scenario.title.zh, scenario.title.en, ...scenario.platformWords];
  });
  const readings = rule.readings.flatMap((reading) => [
    reading.quote?.text ?? '',
    reading.source.title.zh,
    reading.source.title.en,
    reading.value.kind === 'path' ? reading.value.words.join('') : '',
  ]);
  return [...scenes, ...readings, rule.why?.zh ?? '', rule.why?.en ?? '', ...rule.conflicts].join(' ');
}

function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Text as it is typed in Chinese: without a space beside a Chinese character. A word that is looked for has no spaces at all. */
function closeUp(text: string): string {
  return text.replace(/(?<=\p{Script=Han}) +| +(?=\p{Script=Han})/gu, '');
}
