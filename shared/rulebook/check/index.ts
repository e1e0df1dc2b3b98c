import type { PackRule, RulebookData } from '../format/index.ts';
import type { PackProblemCode } from '../types.ts';
import { checkCaseType } from './case-types.ts';
import type { Report } from './conditions.ts';
import { checkBlanks, checkFigures, checkScripts } from './figures.ts';
import { checkPlatform } from './platforms.ts';
import { checkRules } from './rules.ts';

/** A problem between parts of the packs; `caseType` null means the platform's own file. */
export interface CrossProblem {
  readonly platform: string;
  readonly caseType: string | null;
  readonly path: readonly (string | number)[];
  readonly code: PackProblemCode;
  readonly message: string;
}

/** Checks everything one file alone cannot show: references, types of what is referred to, and which way checks lean. */
export function crossCheck(data: RulebookData): CrossProblem[] {
  const problems: CrossProblem[] = [];
  const rules = new Map<string, PackRule>();
  const everywhere = new Set<string>();
  const platformIds = new Set<string>();
  for (const platform of data.platforms) {
    for (const caseType of platform.caseTypes) {
      const report = reporter(problems, platform.id, caseType.caseType);
      caseType.rules.forEach((rule, index) => {
        if (rules.has(rule.id))
          report(['rules', index, 'id'], 'duplicate', `rule ${rule.id} is declared twice`);
        rules.set(rule.id, rule);
      });
    }
  }
  for (const platform of data.platforms) {
    const report = reporter(problems, platform.id, null);
    if (platformIds.has(platform.id))
      report(['id'], 'duplicate', `platform ${platform.id} is declared twice`);
    platformIds.add(platform.id);
    checkPlatform(platform, rules, everywhere, report);
    const caseTypeIds = new Set<string>();
    for (const caseType of platform.caseTypes) {
      const reportCase = reporter(problems, platform.id, caseType.caseType);
      if (caseTypeIds.has(caseType.caseType)) {
        reportCase(['caseType'], 'duplicate', `case type ${caseType.caseType} is declared twice`);
      }
      caseTypeIds.add(caseType.caseType);
      checkRules(platform, caseType, rules, reportCase);
      checkCaseType(platform, caseType, rules, reportCase);
    }
    checkBlanks(platform, rules, (caseType) => reporter(problems, platform.id, caseType));
  }
  return problems;
}

/**
 * What only packs as they are written are refused for, and none that somebody added to: figures written out in words that
 * follow no rule, and scripts that cannot leave out until when.
 */
export function writingProblems(data: RulebookData): CrossProblem[] {
  const problems: CrossProblem[] = [];
  const rules = new Map(
    data.platforms
      .flatMap(({ caseTypes }) => caseTypes)
      .flatMap((each) => each.rules.map((rule) => [rule.id, rule])),
  );
  for (const platform of data.platforms) {
    const reportTo = (caseType: string | null): Report => reporter(problems, platform.id, caseType);
    checkFigures(platform, rules, reportTo);
    checkScripts(platform, reportTo);
  }
  return problems;
}

function reporter(problems: CrossProblem[], platform: string, caseType: string | null): Report {
  return (path, code, message) => problems.push({ platform, caseType, path, code, message });
}
