import { useState } from 'react';

/**
 * What a person just said, shown before the answer is back: `[shown, say, takeBack]`.
 *
 * It stands until the data it was said about is another. Ending it when the change settles would be too early: a change
 * settles before its new data reaches the screen, and the old value would flash in between.
 *
 * @param about the piece of a query's data that the change replaces; unchanged pieces keep their identity.
 * @param settled what that data says.
 */
export function useAtOnce<Value>(
  about: object | null,
  settled: Value,
): readonly [shown: Value, say: (value: Value) => void, takeBack: () => void] {
  const [said, setSaid] = useState<{ readonly about: object | null; readonly value: Value } | null>(null);
  const shown = said !== null && said.about === about ? said.value : settled;
  return [shown, (value) => setSaid({ about, value }), () => setSaid(null)];
}
