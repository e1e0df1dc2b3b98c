import { contract, type Client, type ProcedureMeta } from '../../shared/contract/index.ts';

/** One procedure of the contract, found by walking it. */
export interface ListedProcedure {
  /** `cases.create` */
  readonly name: string;
  readonly meta: ProcedureMeta;
  /** Codes it may answer with. */
  readonly codes: readonly string[];
}

interface ContractLeaf {
  readonly '~orpc': { readonly meta: ProcedureMeta; readonly errorMap: Readonly<Record<string, unknown>> };
}

/** Every procedure of the contract: a new one cannot hide from a test that walks this list. */
export function listProcedures(): ListedProcedure[] {
  const found: ListedProcedure[] = [];
  const walk = (node: object, path: readonly string[]) => {
    if ('~orpc' in node) {
      const { meta, errorMap } = (node as ContractLeaf)['~orpc'];
      found.push({ name: path.join('.'), meta, codes: Object.keys(errorMap) });
      return;
    }
    for (const [key, child] of Object.entries(node)) walk(child as object, [...path, key]);
  };
  walk(contract, []);
  return found;
}

/** Calls a procedure by its name, with whatever input a test makes up. */
export async function call(client: Client, name: string, input: unknown): Promise<unknown> {
  const [feature = '', procedure = ''] = name.split('.');
  const found = (client as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>)[
    feature
  ]?.[procedure];
  if (found === undefined) throw new Error(`no procedure ${name}`);
  return await found(input);
}

/** A typed error as it arrives at a caller. */
export interface TypedFailure {
  readonly code: string;
  readonly status: number;
  readonly defined: boolean;
  readonly data: unknown;
}

/** What a call answers with, or the typed error it fails with. */
export async function outcomeOf(
  client: Client,
  name: string,
  input: unknown,
): Promise<{ readonly value: unknown } | { readonly failure: TypedFailure }> {
  try {
    return { value: await call(client, name, input) };
  } catch (error) {
    const { code, status, defined, data } = error as TypedFailure;
    return { failure: { code, status, defined, data } };
  }
}
