import { describe, expect, it } from 'vitest';
import { oldWorkspace } from '../../helpers/old-workspace.ts';

const old = oldWorkspace(
  110,
  `INSERT INTO asks VALUES
     ('one', 'case', 'courier', '小李', '["slip"]', '["1"]', '', '微信', 1, NULL, 'open', NULL, NULL, '', 'operator');`,
);

describe('a workspace of schema 110', () => {
  it('keeps its requests: nobody said when to look again', () => {
    expect(old.connection.prepare('SELECT id, addressee_name, state, revisit_at FROM asks').all()).toEqual([
      { id: 'one', addressee_name: '小李', state: 'open', revisit_at: null },
    ]);
  });

  it('holds hours once for each, for all clients and for one', () => {
    const insert = old.connection.prepare(
      `INSERT INTO opening_hours VALUES (?, ?, 'courier', '', 'Asia/Shanghai', '[]', NULL, '[]', 60)`,
    );
    insert.run('all', null);
    insert.run('client', 'client');
    expect(() => insert.run('again', null)).toThrow(/UNIQUE/);
    expect(() => insert.run('again', 'client')).toThrow(/UNIQUE/);
    expect(() => insert.run('nobody', 'stranger')).toThrow(/FOREIGN KEY/);
  });
});
