import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconArrowRight, IconCopy, IconMoon, IconSun } from '@tabler/icons-react';
import { useT } from '../platform/text/i18n.js';
import { LogoMark } from '../ui/layout/app-logo.js';
import { Button, ButtonLink } from '../ui/form/button.js';
import { Chip } from '../ui/data/chip.js';
import { HeroPanel } from '../ui/layout/hero-panel.js';
import { IconButton } from '../ui/form/icon-button.js';
import { PageHeader } from '../ui/layout/page-header.js';
import { KitButtons, KitChips, KitColours, KitType } from './kit-basics.js';
import { KitChoices, KitFields, KitSteps } from './kit-controls.js';
import { KitLevels, KitPeople, KitResults, KitTable } from './kit-data.js';
import {
  KitEmpty,
  KitError,
  KitLayers,
  KitLoading,
  KitMessages,
  KitSaving,
  KitTimers,
} from './kit-feedback.js';
import classes from './kit.module.css';

/** Every part on one page, to look at after a change: light and dark, wide and narrow. */
export function Component() {
  const t = useT('dev');
  return (
    <main id="content" tabIndex={-1} className={classes.page}>
      <div className={classes.top}>
        <LogoMark size={56} />
        <SchemeToggle />
      </div>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        crumbs={[{ to: '/contests', label: t('heading.crumb') }]}
        badge={<Chip kind="teal">{t('heading.state')}</Chip>}
        actions={
          <>
            <Button icon={<IconCopy />}>{t('heading.action')}</Button>
            <Button kind="primary">{t('heading.main')}</Button>
          </>
        }
      />
      <HeroPanel>
        <h2>{t('hero.title')}</h2>
        <p>{t('hero.text')}</p>
        <ButtonLink kind="accent" to="/contests" iconAfter={<IconArrowRight />}>
          {t('hero.action')}
        </ButtonLink>
      </HeroPanel>
      <div className={classes.columns}>
        <div className={classes.stack}>
          <KitColours />
          <KitType />
          <KitButtons />
          <KitTimers />
          <KitSaving />
          <KitChips />
          <KitLevels />
          <KitChoices />
          <KitPeople />
          <KitSteps />
          <KitLayers />
        </div>
        <div className={classes.stack}>
          <KitFields />
          <KitMessages />
          <KitResults />
          <KitLoading />
          <KitEmpty />
          <KitError />
        </div>
      </div>
      <KitTable />
    </main>
  );
}

function SchemeToggle() {
  const t = useT('ui');
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  return (
    <IconButton
      outline
      label={isDark ? t('preferences.light') : t('preferences.dark')}
      icon={isDark ? <IconSun /> : <IconMoon />}
      onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
    />
  );
}
