import i18next, { type BackendModule, type TOptions } from 'i18next';
import { useCallback, useMemo } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import { formatsOf, type Formats } from './format.js';
import { startingLanguage, type Language } from './language.js';

/** Read by public/first-paint.js too. */
const STORAGE_KEY = 'hai-dang.language';

/**
 * Every folder with texts is a namespace, named by its path in client/: `qna/desk`. Each file is its own lazy chunk:
 * nobody loads the other language.
 */
const files = import.meta.glob<{ default: Record<string, unknown> }>('../../**/{vi,en}.json');

const fileOf = (namespace: string, language: string) =>
  // This file's own neighbourhood is named from here.
  files[namespace === 'platform' ? `../${language}.json` : `../../${namespace}/${language}.json`];

const backend: BackendModule = {
  type: 'backend',
  callbackApi: true,
  init: () => undefined,
  read(language, namespace, callback) {
    const load = fileOf(namespace, language);
    if (!load) return callback(null, {});
    load().then(
      (file) => callback(null, file.default),
      // Again, a few times and less and less often: a moment without a network is over soon.
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), true),
    );
  },
};

export const i18n = i18next;

/** Starts translation with the texts that every page shows. */
export async function startI18n(): Promise<void> {
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: startingLanguage(chosenLanguage(), navigator.languages),
      supportedLngs: ['vi', 'en'],
      fallbackLng: false,
      ns: ['platform', 'ui', 'app'],
      defaultNS: 'platform',
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    });
  applyToDocument(currentLanguage());
}

export const currentLanguage = (): Language => (i18next.resolvedLanguage === 'en' ? 'en' : 'vi');

export async function chooseLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  await i18next.changeLanguage(language);
  applyToDocument(language);
}

function chosenLanguage(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}

function applyToDocument(language: Language): void {
  document.documentElement.lang = language;
}

export type Translate = (key: string, options?: TOptions) => string;

/** Texts of one folder: `const t = useT('qna/desk'); t('filter.label')`. Suspends until they are loaded. */
export function useT(namespace: string): Translate {
  const { t } = useTranslation(namespace);
  return useCallback((key, options) => t(key, options ?? {}), [t]);
}

/** Dates, times and numbers in the reader's language, in the organisation's time zone. */
export function useFormat(): Formats {
  const { i18n: current } = useTranslation('platform');
  const language: Language = current.resolvedLanguage === 'en' ? 'en' : 'vi';
  return useMemo(() => formatsOf(language), [language]);
}

export function useLanguage(): Language {
  const { i18n: current } = useTranslation('platform');
  return current.resolvedLanguage === 'en' ? 'en' : 'vi';
}
