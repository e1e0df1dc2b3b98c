import { describe, expect, it } from 'vitest';
import { oldWorkspace } from '../../helpers/old-workspace.ts';

const old = oldWorkspace(30);

describe('a workspace of schema 30 gets a log of contacts', () => {
  it('keeps its cases, and begins without a contact', () => {
    expect(old.connection.prepare('SELECT id, number FROM cases').all()).toEqual([
      { id: 'case', number: '2026-001' },
    ]);
    expect(old.connection.prepare('SELECT * FROM contacts').all()).toEqual([]);
  });

  it('takes only a contact of a case that is there, by a way that is known', () => {
    const add = old.connection.prepare(
      `INSERT INTO contacts VALUES (?, ?, ?, '', 1, '', '', '', NULL, 'operator')`,
    );
    expect(() => add.run('one', 'case', 'phone')).not.toThrow();
    expect(() => add.run('two', 'nowhere', 'phone')).toThrow('FOREIGN KEY');
    expect(() => add.run('three', 'case', 'pigeon')).toThrow('CHECK');
  });
});
