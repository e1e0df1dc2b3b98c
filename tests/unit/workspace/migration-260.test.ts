import { describe, expect, it } from 'vitest';
import { oldWorkspace } from '../../helpers/old-workspace.ts';

const notice = (id: string, caseId: string, number: string): string =>
  `INSERT INTO notices VALUES ('${id}', '${caseId}', '', '${number}', '', '', NULL, NULL, NULL, '', NULL, NULL, NULL, 0, 0,
    '[]', NULL);`;

const old = oldWorkspace(
  250,
  `${notice('one', 'case', '＃WG 77')}
  INSERT INTO attempts VALUES ('slot', 'store', 's', '8012', 'held', 'here', 'case', NULL, '', NULL, '', '', '', '[]', '',
    '', 1);`,
);

describe('a workspace of schema 250', () => {
  it('keeps the numbers of its notices as they were typed, and knows how to compare them', () => {
    expect(old.connection.prepare('SELECT platform_number, matter_key FROM notices').all()).toEqual([
      { platform_number: '＃WG 77', matter_key: 'wg77' },
    ]);
  });

  it('has no number that nobody wrote, and one chance of each case', () => {
    expect(old.connection.prepare('SELECT matter_number, matter_key FROM cases').all()).toEqual([
      { matter_number: '', matter_key: '' },
    ]);
    expect(old.connection.prepare('SELECT matter_number, matter_key, chance FROM attempts').all()).toEqual([
      { matter_number: '', matter_key: '', chance: 1 },
    ]);
  });
});
