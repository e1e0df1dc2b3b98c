import type * as z from 'zod';
import { canonicalJson } from '../kernel/index.ts';
import { crossCheck, writingProblems } from './check/index.ts';
import {
  caseTypeSchema,
  formatVersion,
  platformSchema,
  type PackCaseType,
  type PackPlatform,
  type RulebookData,
} from './format/index.ts';
import { indexRulebook } from './load.ts';
import { readPackText, type PackText } from './pack-text.ts';
import type { PackFile, PackProblem, Rulebook } from './types.ts';

/** The compiled packs, or every problem found, each with file, line and column. Never a part of them. */
export type CompileResult =
  | { readonly ok: true; readonly json: string; readonly rulebook: Rulebook }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

const PLATFORM_FILE = 'platform.yaml';

/**
 * Reads pack files (`<platform>/platform.yaml` and `<platform>/<case-type>.yaml`), checks them all and joins them to
 * one JSON text for `loadRulebook`. The same files give the same text. Never throws on bad input.
 */
export function compilePacks(files: readonly PackFile[]): CompileResult {
  const problems: PackProblem[] = [];
  const platforms: { readonly text: PackText; readonly data: PackPlatform }[] = [];
  const caseTypes: { readonly text: PackText; readonly data: PackCaseType }[] = [];
  const sorted = [...files].sort((left, right) =>
    left.path < right.path ? -1 : left.path > right.path ? 1 : 0,
  );
  for (const file of sorted) {
    const text = readPackText(file.path, file.text);
    problems.push(...text.problems);
    if (text.value === null) continue;
    const [folder, name, ...deeper] = file.path.split('/');
    if (folder === undefined || name === undefined || deeper.length > 0) {
      problems.push(text.problemAt([], 'wrong-file', 'a pack file lies in the folder of its platform'));
    } else if (name === PLATFORM_FILE) {
      const data = parse(platformSchema, text, problems);
      if (data === null) continue;
      if (data.id !== folder)
        problems.push(text.problemAt(['id'], 'wrong-file', `the folder is called ${folder}`));
      platforms.push({ text, data });
    } else {
      const data = parse(caseTypeSchema, text, problems);
      if (data === null) continue;
      if (data.platform !== folder) {
        problems.push(text.problemAt(['platform'], 'wrong-file', `the folder is called ${folder}`));
      }
      if (`${data.caseType}.yaml` !== name) {
        problems.push(text.problemAt(['caseType'], 'wrong-file', `the file is called ${name}`));
      }
      caseTypes.push({ text, data });
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  for (const { text, data } of caseTypes) {
    if (!platforms.some((platform) => platform.data.id === data.platform)) {
      problems.push(
        text.problemAt(['platform'], 'not-declared', `${data.platform}/${PLATFORM_FILE} is missing`),
      );
    }
  }
  if (platforms.length === 0) problems.push(nothingFound);
  if (problems.length > 0) return { ok: false, problems };
  const data: RulebookData = {
    formatVersion,
    platforms: platforms
      .toSorted((one, other) => one.data.place - other.data.place)
      .map((platform) => ({
        ...platform.data,
        caseTypes: caseTypes
          .flatMap((each) => (each.data.platform === platform.data.id ? [each.data] : []))
          .toSorted((one, other) => one.place - other.place),
      })),
  };
  for (const { platform, caseType, path, code, message } of [...crossCheck(data), ...writingProblems(data)]) {
    const owner =
      caseType === null
        ? platforms.find((each) => each.data.id === platform)
        : caseTypes.find((each) => each.data.platform === platform && each.data.caseType === caseType);
    if (owner !== undefined) problems.push(owner.text.problemAt(path, code, message));
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, json: canonicalJson(data), rulebook: indexRulebook(data) };
}

const nothingFound: PackProblem = {
  file: '',
  line: 1,
  column: 1,
  path: '',
  code: 'wrong-file',
  message: `no ${PLATFORM_FILE} was found`,
};

function parse<Schema extends z.ZodType>(
  schema: Schema,
  text: PackText,
  problems: PackProblem[],
): z.infer<Schema> | null {
  const parsed = schema.safeParse(text.value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        problems.push(text.problemAt([...issue.path, key], 'schema', `${key} is not a word of this format`));
      }
    } else {
      problems.push(text.problemAt(issue.path, 'schema', issue.message));
    }
  }
  return null;
}
