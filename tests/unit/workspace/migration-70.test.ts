import { describe, expect, it } from 'vitest';
import { oldWorkspace } from '../../helpers/old-workspace.ts';

const old = oldWorkspace(
  60,
  `INSERT INTO contacts VALUES ('one', 'case', 'support-chat', '小何', 1, 'TK-1', '依据是什么', '物流不符', NULL, 'operator');`,
);

describe('a workspace of schema 60', () => {
  it('keeps its stores: nobody said who ships, and every rule counts', () => {
    expect(old.connection.prepare('SELECT id, fulfilment FROM stores').all()).toEqual([
      { id: 'store', fulfilment: null },
    ]);
  });

  it('finds the contacts that were there before by their words', () => {
    const found = old.connection.prepare(
      `SELECT ref_id, title FROM search_documents WHERE id IN (SELECT rowid FROM search_index WHERE search_index MATCH ?)`,
    );
    expect(found.all('"物流"')).toEqual([{ ref_id: 'one', title: '小何 TK-1' }]);
  });
});
