import { describe, expect, it } from 'vitest';
import { oldWorkspace } from '../../helpers/old-workspace.ts';

const old = oldWorkspace(
  10,
  `
    INSERT INTO case_orders VALUES ('order', 'case', '8012345678900123', 1);
    INSERT INTO requirement_ticks VALUES ('met', 'case', 'chat', 'met', '["item"]', '');
    INSERT INTO requirement_ticks VALUES ('gone', 'case', 'video', 'unavailable', '[]', '没有录');
    INSERT INTO statements VALUES ('zh', 'case', 'zh-CN', '说明', '[]', 3, 1);
    INSERT INTO statements VALUES ('en', 'case', 'en', 'Statement', '[]', 1, 1);
`,
);

describe('a workspace of schema 10 keeps all its work when notices come in', () => {
  it('keeps every tick, as one of the case as a whole', () => {
    expect(old.connection.prepare('SELECT * FROM requirement_ticks ORDER BY id').all()).toEqual([
      {
        id: 'gone',
        case_id: 'case',
        requirement_id: 'video',
        order_number: '',
        state: 'unavailable',
        item_ids_json: '[]',
        reason: '没有录',
      },
      {
        id: 'met',
        case_id: 'case',
        requirement_id: 'chat',
        order_number: '',
        state: 'met',
        item_ids_json: '["item"]',
        reason: '',
      },
    ]);
  });

  it('keeps both languages of a statement, and makes room for a plan beside each', () => {
    const texts = old.connection.prepare('SELECT id, document, version FROM statements ORDER BY id').all();
    expect(texts).toEqual([
      { id: 'en', document: 'statement', version: 1 },
      { id: 'zh', document: 'statement', version: 3 },
    ]);
    const add = old.connection
      .prepare(`INSERT INTO statements (id, case_id, document, language, title, sections_json,
      version, saved_at) VALUES (?, 'case', ?, 'zh-CN', '', '[]', 1, 1)`);
    expect(() => add.run('plan', 'plan')).not.toThrow();
    expect(() => add.run('second', 'statement')).toThrow('UNIQUE');
  });

  it('leaves orders unsorted', () => {
    expect(old.connection.prepare('SELECT * FROM case_orders').get()).toMatchObject({
      order_number: '8012345678900123',
      class: null,
      class_reason: '',
      admitted_at: null,
    });
  });

  it('lets two orders have the same voucher, and one order each voucher once', () => {
    const add = old.connection.prepare(
      `INSERT INTO requirement_ticks VALUES (?, 'case', 'waybill', ?, 'met', '[]', '')`,
    );
    add.run('first', '1');
    add.run('second', '2');
    expect(() => add.run('third', '1')).toThrow('UNIQUE');
  });
});
