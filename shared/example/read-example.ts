import { parse } from 'yaml';
import { AppError } from '../kernel/index.ts';
import { exampleSchema, type Example } from './schema.ts';

/**
 * Reads the example case.
 *
 * @throws AppError INVALID_FILE with `problems`, each "path: message"; nothing is read in part.
 */
export function readExample(text: string): Example {
  let value: unknown;
  try {
    value = parse(text, { maxAliasCount: 0 });
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : 'this is not YAML';
    throw new AppError('INVALID_FILE', { what: 'example', problems: [problem] }, { cause });
  }
  const parsed = exampleSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new AppError('INVALID_FILE', { what: 'example', problems });
}
