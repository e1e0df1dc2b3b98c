import { describe, expect, it } from 'vitest';
import { oldWorkspace } from '../../helpers/old-workspace.ts';

const NOTICE = '您有 3 笔订单涉嫌虚假交易，请在 72 小时内申诉。';

const old = oldWorkspace(
  20,
  `
    INSERT INTO notices VALUES ('notice', 'case', '${NOTICE}', '', '', '', NULL, NULL, NULL, '', NULL, NULL, NULL, 0, 0);
`,
);

describe('a workspace of schema 20 gets a place for the notice that has no case yet', () => {
  it('keeps every notice of a case as it is, and begins without one of none', () => {
    expect(old.connection.prepare('SELECT id, case_id, text FROM notices').all()).toEqual([
      { id: 'notice', case_id: 'case', text: NOTICE },
    ]);
    expect(old.connection.prepare('SELECT * FROM unopened_notices').all()).toEqual([]);
  });

  it('has room for one at a time', () => {
    const add = old.connection.prepare(`INSERT INTO unopened_notices VALUES (?, '通知', NULL, '{}', 1)`);
    expect(() => add.run('second')).toThrow('CHECK');
    expect(() => add.run('only')).not.toThrow();
    expect(() => add.run('only')).toThrow('UNIQUE');
  });
});
