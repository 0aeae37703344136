import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { chooseLanguage, currentLanguage } from '../platform/text/i18n.js';
import type { Preferences } from '../platform/api/session.js';
import { useShortcutsEnabled } from '../platform/page/shortcuts.js';
import { markApplied } from './applied-preferences.js';

/** Brings what somebody has chosen on their account to the device they have come to. */
export function OwnPreferences({ preferences }: { preferences: Preferences }) {
  const { setColorScheme } = useMantineColorScheme();
  const [enabled, setEnabled] = useShortcutsEnabled();
  const { language, scheme, shortcuts } = preferences;
  useEffect(() => {
    if (language !== null && language !== currentLanguage()) void chooseLanguage(language);
    if (scheme !== null) setColorScheme(scheme);
    if (shortcuts !== null && shortcuts !== enabled) setEnabled(shortcuts);
    markApplied(preferences);
    // Once for each set of choices: what is changed here later is a choice of its own.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [language, scheme, shortcuts]);
  return null;
}
