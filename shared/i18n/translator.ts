import { createInstance, type i18n } from 'i18next';
import { createFormatters, type Formatters, type Language } from './formatters.ts';
import { NAMESPACES, resources, type TextKey, type TextParams } from './resources.ts';

/** Values that fill the blanks of a text; a list is joined. */
type Values = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** Says things in one language. */
export interface Translator {
  /** The text of a key, e.g. `t('orders:title')`; a text with blanks needs each of them by name. */
  <Key extends TextKey>(key: Key, ...params: TextParams<Key>): string;
  readonly language: Language;
  readonly format: Formatters;
  /** The text of a key known only at run time (an error code, an act of the journal), or null where there is none. */
  find(key: string, params?: Values): string | null;
  /** The side of a rulebook text that this language reads. */
  pick(text: { readonly zh: string; readonly en: string }): string;
}

/** An i18next instance with every text of the product, started in one language. Synchronous: nothing is loaded. */
export function createI18n(language: Language): i18n {
  const instance = createInstance();
  void instance.init({
    lng: language,
    supportedLngs: ['zh-CN', 'en'],
    fallbackLng: false,
    load: 'currentOnly',
    ns: [...NAMESPACES],
    defaultNS: 'app',
    resources,
    initAsync: false,
    keySeparator: false,
    nsSeparator: ':',
    interpolation: { escapeValue: false },
    missingInterpolationHandler: () => '',
    returnNull: false,
  });
  return instance;
}

/** The typed translator of an i18next instance, in the language that is on now. */
export function translatorOf(instance: i18n): Translator {
  const language: Language = instance.language === 'en' ? 'en' : 'zh-CN';
  const format = createFormatters(language);
  const fill = (values: Values): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        Array.isArray(value) ? format.list(value as readonly string[]) : value,
      ]),
    );
  const say = (key: string, values: Values = {}): string => instance.t(key, fill(values));
  return Object.assign(say as <Key extends TextKey>(key: Key, ...params: TextParams<Key>) => string, {
    language,
    format,
    find: (key: string, values: Values = {}): string | null =>
      instance.exists(key, fill(values)) ? say(key, values) : null,
    pick: (text: { readonly zh: string; readonly en: string }): string =>
      language === 'en' ? text.en : text.zh,
  });
}

/** A translator of one language, for places without a screen (documents, reminders, tests). */
export function createTranslator(language: Language): Translator {
  return translatorOf(createI18n(language));
}
