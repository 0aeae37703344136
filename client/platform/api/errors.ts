import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiFailure } from './api-failure.js';
import { i18n } from '../text/i18n.js';

type Texts = {
  exists: (key: string, options: { ns: string }) => boolean;
  t: (key: string, options: Record<string, unknown>) => string;
};

/**
 * The text of a failure: `errors.<code>` of the feature first, then the platform's, then a sentence that
 * names the request so that somebody can look it up.
 */
export function failureText(error: unknown, namespaces: readonly string[], texts: Texts): string {
  const failure = error instanceof ApiFailure ? error : new ApiFailure({ code: 'internal' });
  const key = `errors.${failure.code}`;
  // That text names the request, whichever way it is reached.
  const home =
    failure.code === 'internal'
      ? undefined
      : [...namespaces, 'platform'].find((ns) => texts.exists(key, { ns }));
  if (home) return texts.t(key, { ns: home, ...failure.params });
  const { requestId } = failure;
  if (!requestId) return texts.t('errors.internal_bare', { ns: 'platform' });
  return texts.t('errors.internal', { ns: 'platform', requestId });
}

/** `const explain = useFailureText('contest')`, then `explain(error)`. */
export function useFailureText(...namespaces: string[]): (error: unknown) => string {
  const key = namespaces.join(' ');
  useTranslation([...namespaces, 'platform']);
  return useCallback((error) => failureText(error, key.split(' ').filter(Boolean), i18n), [key]);
}
