import { describe, expect, test } from 'vitest';
import { instantOf, localOf } from '../../../renderer/features/attempts/local-time.ts';

const ZONE = 'Asia/Shanghai';

describe('a date and time somebody types', () => {
  test('is an instant once it is whole, and reads the same again', () => {
    const instant = Date.UTC(2026, 10, 2, 12, 14);
    expect(instantOf('2026-11-02T20:14', ZONE)).toBe(instant);
    expect(localOf(instant, ZONE)).toBe('2026-11-02T20:14');
  });

  test.each(['', '2026-11', '0002-11-02T20:14', '0020-11-02T20:14', '0202-11-02T20:14'])(
    'is no time while it is half typed: %o',
    (typed) => {
      expect(instantOf(typed, ZONE)).toBeNull();
    },
  );
});
