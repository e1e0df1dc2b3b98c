import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AnyContractProcedure } from '@orpc/contract';
import { contract } from '../../shared/contract/index.ts';
import { ORDER_FIELDS } from '../../shared/orders/index.ts';
import { settings } from '../../shared/settings/index.ts';

/** Names under which a platform's key to the shop could be asked for. */
const CREDENTIAL = /passw|cookie|token|secret|session|credential|api.?key|refresh|密码|口令|登录凭/i;

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
});
