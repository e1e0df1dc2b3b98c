import { isMap, isPair, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { PackProblem, PackProblemCode } from './types.ts';

/** Larger than any pack a person would write, small enough to read at once. */
const MAX_LENGTH = 1_000_000;
/** What YAML readers disagree about when it is not quoted: ids, dates, number-like text. */
const QUOTE_IT = /^(\d[\d\-:. ]*|[A-Z]+\d*-\d+|[A-Z]\d+)$/;

/** A parsed pack file that can say where each of its parts stands. */
export interface PackText {
  readonly file: string;
  /** Null where it cannot be read. */
  readonly value: unknown;
  readonly problems: readonly PackProblem[];
  /** A problem at a path of the file, at the nearest part that exists. */
  readonly problemAt: (path: readonly PropertyKey[], code: PackProblemCode, message: string) => PackProblem;
}

/** Reads YAML 1.2 without aliases, tags or doubled keys. Never throws. */
export function readPackText(file: string, text: string): PackText {
  const counter = new LineCounter();
  const place = (offset: number) => {
    const { line, col } = counter.linePos(Math.max(0, offset));
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const problem = (offset: number, code: PackProblemCode, message: string, path = ''): PackProblem => ({
    file,
    ...place(offset),
    path,
    code,
    message,
  });
  if (text.length > MAX_LENGTH) {
    const tooLarge = problem(0, 'too-large', `a pack file is at most ${MAX_LENGTH} characters long`);
    return { file, value: null, problems: [tooLarge], problemAt: () => tooLarge };
  }
  let document: Document.Parsed;
  let value: unknown;
  const problems: PackProblem[] = [];
  try {
    document = parseDocument(text, { version: '1.2', lineCounter: counter, prettyErrors: false });
    for (const each of [...document.errors, ...document.warnings]) {
      problems.push(problem(each.pos[0], 'yaml', each.message));
    }
    if (problems.length === 0) problems.push(...strictness(document, problem));
    // What is only not quoted is read all the same, so that one run names whatever else is wrong.
    value = problems.every(({ code }) => code === 'quote-it') ? document.toJS() : null;
  } catch (error) {
    const broken = problem(0, 'yaml', error instanceof Error ? error.message : 'this is not YAML');
    return { file, value: null, problems: [broken], problemAt: () => broken };
  }
  return {
    file,
    value,
    problems,
    problemAt: (path, code, message) => problem(offsetOf(document, path), code, message, path.join('.')),
  };
}

function strictness(
  document: Document.Parsed,
  problem: (offset: number, code: PackProblemCode, message: string) => PackProblem,
): PackProblem[] {
  const found: PackProblem[] = [];
  visit(document, {
    Alias: (_key, node) => {
      found.push(problem(node.range?.[0] ?? 0, 'yaml', 'write it out: packs have no aliases'));
    },
    Scalar: (_key, node) => {
      if (node.type === 'PLAIN' && typeof node.value === 'string' && QUOTE_IT.test(node.value)) {
        found.push(problem(node.range?.[0] ?? 0, 'quote-it', `put quotes around ${node.value}`));
      }
    },
  });
  return found;
}

/** Where a path stands in the file: its key, else its value, else the nearest ancestor. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent: unknown = document.getIn(path.slice(0, length - 1), true) ?? document.contents;
    const key = path[length - 1];
    const node: unknown = document.getIn(path.slice(0, length), true);
    const offset = keyOffset(parent, key) ?? startOf(node);
    if (offset !== undefined) return offset;
  }
  return startOf(document.contents) ?? 0;
}

function keyOffset(parent: unknown, key: PropertyKey | undefined): number | undefined {
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find((each) => isPair(each) && isScalar(each.key) && each.key.value === key);
  return pair === undefined ? undefined : startOf(pair.key);
}

function startOf(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined;
  const { range } = node;
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : undefined;
}
