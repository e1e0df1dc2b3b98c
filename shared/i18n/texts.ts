/** The texts of one feature in one language: flat keys, `{{name}}` for what is filled in. */
export type Texts = Readonly<Record<string, string>>;

/** The names of the blanks of a text. */
export type ParamsOf<Text extends string> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | ParamsOf<Rest>
  : never;

/** Chinese has one plural form, so an English `…_one` has no counterpart; its `…_other` has. */
type ChineseKey<English extends Texts> = {
  [Key in keyof English]: Key extends `${string}_one` ? never : Key;
}[keyof English] &
  string;

type SameBlanks<English extends string, Chinese extends string> = [ParamsOf<English>] extends [
  ParamsOf<Chinese>,
]
  ? [ParamsOf<Chinese>] extends [ParamsOf<English>]
    ? Chinese
    : 'has a blank that the English text has not'
  : 'lacks a blank of the English text';

/**
 * Holds the Chinese texts of a feature to the English ones: exactly the same keys, and in each the same blanks.
 *
 * Used as `chineseOf<typeof english>()({ … })`; returns the texts as they are.
 */
export function chineseOf<English extends Texts>() {
  return <const Chinese extends Readonly<Record<ChineseKey<English>, string>>>(
    texts: Chinese & {
      readonly [Key in keyof Chinese]: Key extends ChineseKey<English>
        ? SameBlanks<English[Key], Chinese[Key] & string>
        : never;
    },
  ): Readonly<Record<ChineseKey<English>, string>> => texts;
}
