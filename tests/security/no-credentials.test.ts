import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AnyContractProcedure } from '@orpc/contract';
import { contract } from '../../shared/contract/index.ts';
import { LANGUAGES, resources } from '../../shared/i18n/index.ts';
import { ORDER_FIELDS } from '../../shared/orders/index.ts';
import { settings } from '../../shared/settings/index.ts';

/** Names under which a platform's key to the shop could be asked for. */
const CREDENTIAL = /passw|cookie|token|secret|session|credential|api.?key|refresh|密码|口令|登录凭/i;

/** Words with which a person could be asked for one, or told of one. */
const ASKED_FOR =
  /passw|passcode|cookie|token|secret|credential|api.?key|log-?in|sign-?in|\bpin\b|密码|口令|令牌|登录|验证码|密钥/i;

/** The only texts that have such a word: what is said about never asking, the chat token that is evidence, and the PIN. */
const SAID = ['help:promise.logins', 'onboarding:nameStoreText'];
const EVIDENCE = ['requirements:text.teach'];
/** The pane of a Mac's settings where programs are allowed to start by themselves bears such a word. */
const SYSTEM_PANE = ['settings:loginApprove'];
/** The operator's PIN says who acts and opens nothing. Each of its texts by its key, so that another is noticed. */
const OPERATOR_PIN = [
  'acts:operators.setPin',
  'errors:WRONG_PIN',
  'help:noPromise.pin',
  ...['pinOf', 'pinMeaning', 'hasPin', 'noPin', 'setPin', 'changePin', 'takePinAway'].map(
    (key) => `operators:${key}`,
  ),
];

/** Every key of every input, however deep. */
function inputKeys(schema: unknown, seen = new Set<unknown>()): string[] {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return [];
  seen.add(schema);
  const found: string[] = [];
  const shape = 'shape' in schema ? schema.shape : undefined;
  if (typeof shape === 'object' && shape !== null) {
    for (const [key, value] of Object.entries(shape)) found.push(key, ...inputKeys(value, seen));
  }
  const definition = '_zod' in schema ? (schema._zod as { def: Record<string, unknown> }).def : {};
  for (const part of Object.values(definition)) {
    for (const each of Array.isArray(part) ? part : [part]) found.push(...inputKeys(each, seen));
  }
  return found;
}

function procedures(router: object, path: string[] = []): [string, AnyContractProcedure][] {
  return Object.entries(router).flatMap(([name, value]: [string, object]) =>
    '~orpc' in value
      ? [[[...path, name].join('.'), value as AnyContractProcedure] satisfies [string, AnyContractProcedure]]
      : procedures(value, [...path, name]),
  );
}

async function sources(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => /\.tsx$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('AppealDesk never holds the key to a shop', () => {
  it('has no procedure that takes a password, cookie or token', () => {
    const all = procedures(contract);
    expect(all.length).toBeGreaterThan(70);
    const asking = all.flatMap(([name, procedure]) =>
      inputKeys(procedure['~orpc'].inputSchema)
        .filter((key) => CREDENTIAL.test(key))
        .map((key) => `${name}: ${key}`),
    );
    expect(asking).toEqual([]);
  });

  it('would notice one: the search itself reaches nested fields', () => {
    const keys = procedures(contract).flatMap(([, procedure]) => inputKeys(procedure['~orpc'].inputSchema));
    for (const nested of ['paragraphs', 'factIds', 'uploadId', 'pin']) expect(keys).toContain(nested);
  });

  it('has no setting and no import column for one', () => {
    expect(Object.keys(settings.shape).filter((name) => CREDENTIAL.test(name))).toEqual([]);
    expect(ORDER_FIELDS.filter((name) => CREDENTIAL.test(name))).toEqual([]);
  });

  it('has no field on any screen that browsers would fill with one; a PIN box says it is not a password', async () => {
    const files = await sources(join(import.meta.dirname, '..', '..', 'renderer'));
    expect(files.length).toBeGreaterThan(50);
    for (const file of files) {
      const text = await readFile(file, 'utf8');
      const fields = text.match(/autoComplete="[^"]*"|name="[^"]*"|type="[^"]*"/g) ?? [];
      expect({
        file,
        fields: fields.filter((field) => CREDENTIAL.test(field) && !/one-time|new-password/.test(field)),
      }).toEqual({
        file,
        fields: [],
      });
    }
  });

  it.each(LANGUAGES)(
    "has no text that asks for one: only the operator's PIN, by its keys (%s)",
    (language) => {
      const said = Object.entries(resources[language]).flatMap(([feature, texts]) =>
        Object.entries(texts)
          .filter(([, text]: [string, string]) => ASKED_FOR.test(text))
          .map(([key]) => `${feature}:${key}`),
      );
      const allowed = [...SAID, ...EVIDENCE, ...SYSTEM_PANE, ...OPERATOR_PIN];
      expect(said.filter((key) => !allowed.includes(key))).toEqual([]);
      // No key is allowed that needs no leave.
      for (const key of [...SAID, ...SYSTEM_PANE, ...OPERATOR_PIN]) expect(said).toContain(key);
    },
  );

  it('writes none into a label, a placeholder or a title beside those texts', async () => {
    const files = await sources(join(import.meta.dirname, '..', '..', 'renderer'));
    let labels = 0;
    for (const file of files) {
      const text = await readFile(file, 'utf8');
      const written = text.match(
        /(?:label|placeholder|aria-label|aria-placeholder|aria-description|title|description|alt)=(?:"[^"]*"|\{`[^`]*`\}|\{'[^']*'\})|>[^<>{}]*\p{L}[^<>{}]*</gu,
      );
      labels += written?.length ?? 0;
      expect({ file, asks: (written ?? []).filter((each) => ASKED_FOR.test(each)) }).toEqual({
        file,
        asks: [],
      });
    }
    expect(labels).toBeGreaterThan(10);
  });

  it('has no question, voucher or form field in its rules that asks for one, but the token that shows a chat', async () => {
    const folder = join(import.meta.dirname, '..', '..', 'shared', 'rulebook', 'packs');
    const packs = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.yaml'));
    expect(packs.length).toBeGreaterThan(5);
    for (const name of packs) {
      const lines = (await readFile(join(folder, name), 'utf8')).split('\n');
      const asking = lines
        // The two languages of a text stand in two lines, and speak of the same.
        .map((line, place) => ({ line, said: `${lines[place - 1] ?? ''}\n${line}` }))
        .filter(({ line }) => /\b(?:question|label|title|whereFound|zh|en):/.test(line))
        .map(({ line, said }) =>
          line.replace(/(?:chat )?token\b|chat-token/gi, (word) =>
            /举证号|chat|旺旺/i.test(said) ? '' : word,
          ),
        )
        .filter((line) => CREDENTIAL.test(line) || /令牌|验证码|密钥/.test(line));
      expect({ name, asking }).toEqual({ name, asking: [] });
    }
  });
});
