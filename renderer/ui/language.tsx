import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { createI18n, translatorOf, type Language, type Translator } from '../../shared/i18n/index.ts';

const ZoneContext = createContext('UTC');

interface LanguageProviderProps {
  readonly language: Language;
  /** The zone times are shown in; the computer's when empty. */
  readonly zone: string;
  readonly children: ReactNode;
}

/** Gives every screen its words and its zone, and tells the page which language it is in. */
export function LanguageProvider({ language, zone, children }: LanguageProviderProps) {
  const instance = useMemo(() => createI18n(language), [language]);
  const shownZone = zone === '' ? Intl.DateTimeFormat().resolvedOptions().timeZone : zone;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <I18nextProvider i18n={instance}>
      <ZoneContext value={shownZone}>{children}</ZoneContext>
    </I18nextProvider>
  );
}

/** The typed translator of the language that is on. */
export function useText(): Translator {
  const { i18n } = useTranslation();
  return useMemo(() => translatorOf(i18n), [i18n]);
}

/** The zone in which times are shown. */
export function useZone(): string {
  return useContext(ZoneContext);
}

/** The instant now, ms UTC, moving by itself every `everyMs` (30 s unless told). */
export function useNow(everyMs = 30_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
