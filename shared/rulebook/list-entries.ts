import type { Bilingual, FactDefinition } from './format/index.ts';
import { findRule, textsFor } from './look-up.ts';
import type { Rulebook } from './types.ts';

/** Something that a rule's list may hold, as the screens name it. */
export interface ListEntry {
  readonly id: string;
  readonly title: Bilingual;
}

/**
 * What a rule's list may hold so that it decides something: the answers of the questions that are held against it, the
 * scenes it lists, the vouchers it asks for. Whatever else it held would act nowhere.
 *
 * @returns nothing where the rule holds no such list
 * @throws AppError NOT_FOUND
 */
export function listEntries(rulebook: Rulebook, ruleId: string): readonly ListEntry[] {
  const kind = findRule(rulebook, ruleId).chosen.value.kind;
  const found = new Map<string, Bilingual>();
  const caseTypes = rulebook.data.platforms.flatMap((platform) => platform.caseTypes);
  if (kind === 'choices') {
    const facts = caseTypes.flatMap((caseType) => caseType.facts);
    for (const caseType of caseTypes) {
      for (const id of new Set(factsHeldAgainst(caseType, ruleId)))
        for (const option of optionsOf(caseType.facts.find((fact) => fact.id === id) ?? ofLaw(facts, id)))
          found.set(option.id, option.label);
      for (const { id, title, listedBy } of caseType.scenes) if (listedBy === ruleId) found.set(id, title);
    }
  }
  if (kind === 'evidence')
    for (const { requirements } of caseTypes.flatMap((caseType) => caseType.scenes))
      for (const { id, title, askedBy } of requirements) if (askedBy === ruleId) found.set(id, title);
  return [...found].map(([id, title]) => ({ id, title: textsFor(rulebook, null)(title) }));
}

/** A question that a case type does not ask itself is asked by its law. */
function ofLaw(facts: readonly FactDefinition[], id: string): FactDefinition | undefined {
  return facts.find((fact) => fact.id === id);
}

function optionsOf(fact: FactDefinition | undefined) {
  return fact?.type === 'choice' ? fact.options : [];
}

/** Ids of the questions whose answers a condition anywhere in a part of a pack looks for in a rule's list. */
function factsHeldAgainst(part: unknown, ruleId: string): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const { fact, oneOf } = part as { readonly fact?: unknown; readonly oneOf?: { readonly rule?: unknown } };
  const here = typeof fact === 'string' && oneOf?.rule === ruleId ? [fact] : [];
  return [...here, ...Object.values(part).flatMap((each) => factsHeldAgainst(each, ruleId))];
}
