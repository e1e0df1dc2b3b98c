import { describe, expect, it } from 'vitest';
import { oldWorkspace } from '../../helpers/old-workspace.ts';

const NOTICE = '您有 3 笔订单涉嫌虚假交易，请在 72 小时内申诉。';

const old = oldWorkspace(
  30,
  `
    INSERT INTO notices VALUES ('notice', 'case', '${NOTICE}', '', '', '', NULL, NULL, NULL, '', NULL, NULL, NULL, 0, 0);
`,
);

describe('a workspace of schema 30 can say which rules a case stands on', () => {
  it('keeps every store and case as it is: nobody said a region, and the rules are those of the day', () => {
    expect(old.connection.prepare('SELECT id, name, region FROM stores').all()).toEqual([
      { id: 'store', name: '一店', region: null },
    ]);
    expect(old.connection.prepare('SELECT id, editions_json, kept_editions_json FROM cases').all()).toEqual([
      { id: 'case', editions_json: null, kept_editions_json: null },
    ]);
    expect(old.connection.prepare('SELECT text FROM notices').all()).toEqual([{ text: NOTICE }]);
  });

  it('takes one choice in a matter, and none without its reason', () => {
    const add = old.connection.prepare(
      `INSERT INTO reading_choices VALUES (?, 'case', ?, 'reading', ?, ?, 1, 'operator')`,
    );
    expect(() => add.run('one', 'RULE-1', 'CONFLICT-1', '后台如此')).not.toThrow();
    expect(() => add.run('two', 'RULE-2', 'CONFLICT-1', '后台如此')).toThrow('UNIQUE');
    expect(() => add.run('two', 'RULE-2', null, '')).toThrow('CHECK');
    expect(() => add.run('two', 'RULE-2', null, '后台如此')).not.toThrow();
  });

  it('keeps of a reading either a value of its own or the one it confirms', () => {
    const add = old.connection.prepare(
      `INSERT INTO own_readings VALUES (?, 'RULE-1', ?, ?, '', '2026-11-28', NULL, 1, 'operator', NULL)`,
    );
    expect(() => add.run('one', 'official', null)).not.toThrow();
    expect(() => add.run('two', null, '{}')).not.toThrow();
    expect(() => add.run('three', null, null)).toThrow('CHECK');
    expect(() => add.run('three', 'official', '{}')).toThrow('CHECK');
  });
});
