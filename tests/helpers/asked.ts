import Database from 'better-sqlite3';

/** What was asked of any database of this process since it was last looked at. */
export interface Asked {
  /** How often each statement was run. */
  readonly runs: ReadonlyMap<string, number>;
  /** How many statements were made ready for it. */
  readonly prepared: number;
}

interface Statement {
  readonly source: string;
}

const RUNNING = ['all', 'get', 'run', 'iterate'] as const;
type Running = Record<(typeof RUNNING)[number], (this: Statement, ...given: unknown[]) => unknown>;

/** Listens to every statement that is made ready and run in this process, until it is told to stop. */
export function listenToStatements(): { readonly take: () => Asked; readonly stop: () => void } {
  const probe = new Database(':memory:');
  const statements = Object.getPrototypeOf(probe.prepare('SELECT 1')) as Running;
  const databases = Database.prototype as { prepare: (this: unknown, sql: string) => unknown };
  probe.close();
  const { prepare } = databases;
  const before = RUNNING.map((name) => ({ name, own: statements[name] }));
  let runs = new Map<string, number>();
  let prepared = 0;
  databases.prepare = function (sql) {
    prepared += 1;
    return prepare.call(this, sql);
  };
  for (const { name, own } of before) {
    statements[name] = function (...given) {
      runs.set(this.source, (runs.get(this.source) ?? 0) + 1);
      return own.apply(this, given);
    };
  }
  return {
    take: () => {
      const asked = { runs, prepared };
      [runs, prepared] = [new Map(), 0];
      return asked;
    },
    stop: () => {
      databases.prepare = prepare;
      for (const { name, own } of before) statements[name] = own;
    },
  };
}

interface Step {
  readonly id: number;
  readonly parent: number;
  readonly detail: string;
}

const LOOP = /^(SCAN|SEARCH) /;

/** The steps in which a statement goes through a whole table: once, or again for each row of what it looks at beside that. */
export function walksOf(
  database: Database.Database,
  sql: string,
): readonly { readonly detail: string; readonly again: boolean }[] {
  const names = [...sql.matchAll(/@(\w+)/g)].map(([, name = '']) => name);
  const given =
    names.length > 0
      ? [Object.fromEntries(names.map((name) => [name, null]))]
      : [...sql.matchAll(/\?/g)].map(() => null);
  const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...given) as Step[];
  const isAgain = (step: Step): boolean => {
    // Loops that stand side by side lie in one another.
    const outer = steps.find(({ parent, detail }) => parent === step.parent && LOOP.test(detail));
    if (outer !== undefined && LOOP.test(step.detail) && outer !== step) return true;
    if (step.detail.startsWith('CORRELATED')) return true;
    const above = steps.find(({ id }) => id === step.parent);
    return above !== undefined && isAgain(above);
  };
  return steps
    .filter(({ detail }) => detail.startsWith('SCAN '))
    .map((step) => ({ detail: step.detail, again: isAgain(step) }));
}
