import { contract, type ProcedureMeta } from '../../../shared/contract/index.ts';

interface WithMeta {
  readonly '~orpc': { readonly meta: ProcedureMeta };
}

/** Every procedure that writes case tables, as the journal names it: `feature.procedure`. */
export const ACTS_NAMED: readonly string[] = Object.entries(contract).flatMap(([feature, procedures]) =>
  Object.entries(procedures as Readonly<Record<string, WithMeta>>)
    .filter(([, procedure]) => procedure['~orpc'].meta.undo !== 'outside')
    .map(([name]) => `${feature}.${name}`),
);
