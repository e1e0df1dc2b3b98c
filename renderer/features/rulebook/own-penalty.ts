import type { Consequence, ValueOf } from '../../../shared/rulebook/index.ts';
import { onlyLasts } from './consequence-text.ts';
import { typedAmount } from './typed-amount.ts';

type Penalty = ValueOf<'penalty'>;

/** Figures of a penalty, each under its key; amounts as they were typed, in the rule's currency. */
export type TypedFigures = Readonly<Record<string, number | string>>;

/** A figure of a penalty that a back office may show otherwise. */
export interface PenaltyFigure {
  readonly key: string;
  /** The step it stands in, by its place. */
  readonly tier: number;
  readonly consequence: Consequence;
  readonly of: 'points' | 'lasts' | 'money';
}

/** Every figure of a penalty, step by step. */
export function penaltyFigures({ tiers }: Penalty): readonly PenaltyFigure[] {
  return tiers.flatMap(({ consequences }, tier) =>
    consequences.flatMap((consequence, place) => {
      const { kind, lasts, money } = consequence;
      const has = {
        points: kind === 'points' && !onlyLasts(consequence),
        lasts: lasts !== null,
        money: money !== null,
      };
      return (['points', 'lasts', 'money'] as const)
        .filter((of) => has[of])
        .map((of) => ({ key: `${tier}.${place}.${of}`, tier, consequence, of }));
    }),
  );
}

/** A penalty with the figures that were typed in the place of the rule's own; null where there is none, or one is no figure. */
export function penaltyLike(like: Penalty, typed: TypedFigures): Penalty | null {
  const said = penaltyFigures(like).flatMap((figure) => {
    const written = typed[figure.key] ?? '';
    const currency = figure.consequence.money?.currency ?? '';
    const number = typeof written === 'number' ? written : typedAmount(written, currency);
    return number === null ? [] : [{ ...figure, number }];
  });
  if (said.length === 0 || said.some(({ number }) => number === undefined)) return null;
  const changed = (consequence: Consequence): Consequence =>
    said
      .filter((figure) => figure.consequence === consequence)
      .reduce((before, { of, number }) => withFigure(before, of, number ?? 0), consequence);
  return {
    ...like,
    tiers: like.tiers.map((tier) => ({ ...tier, consequences: tier.consequences.map(changed) })),
  };
}

function withFigure(before: Consequence, of: PenaltyFigure['of'], number: number): Consequence {
  const { lasts, money } = before;
  if (of === 'points') return { ...before, points: number, atMost: false };
  if (of === 'lasts') return { ...before, lasts: lasts === null ? null : { ...lasts, number } };
  return { ...before, money: money === null ? null : { ...money, min: number, max: number } };
}
