/** What the product says, in both languages, and how it writes numbers and times. Pure: usable in every runtime. */
export { createFormatters, type Formatters, type Language } from './formatters.ts';
export { LANGUAGES, resources, type Namespace, type TextKey, type TextParams } from './resources.ts';
export { createI18n, createTranslator, translatorOf, type Translator } from './translator.ts';
export type { Texts } from './texts.ts';
