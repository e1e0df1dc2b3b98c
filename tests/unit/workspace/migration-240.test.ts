import { expect, it } from 'vitest';
import { oldWorkspace } from '../../helpers/old-workspace.ts';

const old = oldWorkspace(
  230,
  `INSERT INTO own_readings VALUES ('own', 'RULE-1', 'stated', NULL, '', '2026-11-28', NULL, 1, 'operator');`,
);

it('a workspace of schema 230 keeps what was seen in its back offices, of every site as it held', () => {
  expect(old.connection.prepare('SELECT id, confirms, region FROM own_readings').all()).toEqual([
    { id: 'own', confirms: 'stated', region: null },
  ]);
});
