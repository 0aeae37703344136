import { useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconLanguage, IconMoon, IconSun } from '@tabler/icons-react';
import { useKeepPreference } from '../../platform/api/preferences.js';
import { chooseLanguage, useLanguage, useT } from '../../platform/text/i18n.js';
import type { Language } from '../../platform/text/language.js';
import { Button } from '../form/button.js';
import { IconButton } from '../form/icon-button.js';
import classes from './preferences.module.css';
import { Segmented } from '../form/segmented.js';

/** Light, dark, or as the device has it. */
export function SchemeChoice() {
  const t = useT('ui');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const keep = useKeepPreference();
  return (
    <div className={classes.choice}>
      <span className={classes.label} aria-hidden="true">
        {t('preferences.scheme')}
      </span>
      <Segmented
        block
        label={t('preferences.scheme')}
        value={colorScheme}
        onChange={(scheme) => {
          setColorScheme(scheme);
          keep({ scheme });
        }}
        options={[
          { value: 'light', label: t('preferences.light'), icon: <IconSun /> },
          { value: 'dark', label: t('preferences.dark'), icon: <IconMoon /> },
          { value: 'auto', label: t('preferences.auto'), icon: <IconDeviceDesktop /> },
        ]}
      />
    </div>
  );
}

const languageNames: Record<Language, string> = { vi: 'Tiếng Việt', en: 'English' };

/** Each language under its own name. */
export function LanguageChoice() {
  const t = useT('ui');
  const language = useLanguage();
  const keep = useKeepPreference();
  return (
    <div className={classes.choice}>
      <span className={classes.label} aria-hidden="true">
        {t('preferences.language')}
      </span>
      <Segmented<Language>
        block
        label={t('preferences.language')}
        value={language}
        onChange={(next) => {
          void chooseLanguage(next);
          keep({ language: next });
        }}
        options={[
          { value: 'vi', label: languageNames.vi },
          { value: 'en', label: languageNames.en },
        ]}
      />
    </div>
  );
}

type LanguageSwitchProps = {
  /** Where there is no room for a word: the sign alone. */
  compact?: boolean;
  className?: string;
};

/** Offers the other language in that language's own word, to people who have no menu of their own yet. */
export function LanguageSwitch({ compact, className }: LanguageSwitchProps) {
  const other = useLanguage() === 'vi' ? 'en' : 'vi';
  const shared = { lang: other, className, onClick: () => void chooseLanguage(other) };
  if (compact) return <IconButton {...shared} icon={<IconLanguage />} label={languageNames[other]} />;
  return (
    <Button {...shared} kind="ghost" icon={<IconLanguage />}>
      {languageNames[other]}
    </Button>
  );
}
