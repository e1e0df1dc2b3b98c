import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { createI18n, translatorOf, type Language, type Translator } from '../../shared/i18n/index.ts';
import { sharedClock } from './shared-clock.ts';

const ZoneContext = createContext('UTC');

const A_MINUTE = 60_000;

const computerZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

interface LanguageProviderProps {
  readonly language: Language;
  /** The zone times are shown in; the computer's when empty. */
  readonly zone: string;
  readonly children: ReactNode;
}

/** Gives every screen its words and its zone, and tells the page which language it is in. */
export function LanguageProvider({ language, zone, children }: LanguageProviderProps) {
  const instance = useMemo(() => createI18n(language), [language]);
  const computer = useComputerZone();
  const shownZone = zone === '' ? computer : zone;
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

/** The zone of the computer, as it is now: one that travels wakes up elsewhere, with its windows open. */
export function useComputerZone(): string {
  const [zone, setZone] = useState(computerZone);
  useEffect(() => {
    const look = (): void => setZone(computerZone());
    const timer = setInterval(look, A_MINUTE);
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return zone;
}

const pageClock = sharedClock(() => Date.now());

/** The instant now, ms UTC, moving by itself; the same for all of the page, so that no two times left on it differ. */
export function useNow(): number {
  return useSyncExternalStore(pageClock.subscribe, pageClock.now);
}
