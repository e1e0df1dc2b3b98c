import type { ReadinessFinding } from '../../../shared/packets/index.ts';

/** So many findings of one kind are read one by one; more of them are folded behind the first. */
const READ_ONE_BY_ONE = 4;

/** Findings that stand together: those that are shown, and those of the same kind that are folded away behind them. */
export interface FoldedFindings {
  readonly shown: readonly ReadinessFinding[];
  readonly folded: readonly ReadinessFinding[];
}

/** Folds long runs of findings of one kind, so that three hundred orders do not bury what else is to be weighed. */
export function foldAlike(findings: readonly ReadinessFinding[]): readonly FoldedFindings[] {
  const runs: ReadinessFinding[][] = [];
  for (const finding of findings) {
    const last = runs.at(-1);
    if (last !== undefined && last[0]?.code === finding.code && last[0].weight === finding.weight)
      last.push(finding);
    else runs.push([finding]);
  }
  const parts: { shown: ReadinessFinding[]; folded: ReadinessFinding[] }[] = [];
  for (const run of runs) {
    const folds = run.length > READ_ONE_BY_ONE;
    const shown = folds ? run.slice(0, READ_ONE_BY_ONE - 1) : run;
    const last = parts.at(-1);
    // Runs that fold nothing stay one list.
    if (last !== undefined && last.folded.length === 0) last.shown.push(...shown);
    else parts.push({ shown: [...shown], folded: [] });
    if (folds) parts.at(-1)?.folded.push(...run.slice(shown.length));
  }
  return parts;
}

/** Where a finding is mended, below the case; null where it is this step itself. */
export function findingAddress({ step, code, params }: ReadinessFinding): string | null {
  if (step === 'packet') return null;
  if (code === 'plan-missing' || params['place'] === 'plan') return `${step}?document=plan`;
  const orderNumber = params['orderNumber'];
  if (code === 'unproven-without-request' && typeof orderNumber === 'string')
    return `${step}?order=${encodeURIComponent(orderNumber)}`;
  if (code === 'admitted-named' && params['place'] === 'reason')
    return `${step}?order=${encodeURIComponent(String(params['name']))}`;
  if (code === 'admitted-named' && step === 'evidence') return `${step}?view=exhibits`;
  return step;
}
