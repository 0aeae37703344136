import { IconLanguage } from '@tabler/icons-react';
import { Navigate, useSearchParams } from 'react-router';
import { chooseLanguage, useLanguage, useT } from '../platform/i18n.js';
import { usePageTitle } from '../platform/page-title.js';
import { useSession } from '../platform/session.js';
import { LogoMark } from '../ui/app-logo.js';
import { Button } from '../ui/button.js';
import { ConnectionBanner } from '../ui/connection-banner.js';
import { LighthouseScene } from '../ui/lighthouse-scene.js';
import { returnPath } from './return-path.js';
import { SignInForm } from './sign-in-form.js';
import classes from './sign-in.module.css';

const PRODUCT = 'Hải Đăng';

/** Who comes here signed in goes on at once to where they were going. */
export function Component() {
  const t = useT('account');
  const { member } = useSession();
  const [search] = useSearchParams();
  usePageTitle(t('signIn.title'));
  if (member) return <Navigate to={returnPath(search.get('next'))} replace />;
  return (
    <div className={classes.page}>
      <header className={classes.hero} data-on-deep="">
        <LighthouseScene sweeping />
        <div className={classes.words}>
          <p className={classes.brand} translate="no">
            <LogoMark size={46} />
            {PRODUCT}
          </p>
          <p className={classes.promise}>{t('signIn.promise')}</p>
        </div>
      </header>
      <div className={classes.sheet}>
        <ConnectionBanner />
        <main id="content" tabIndex={-1} className={classes.content}>
          <h1 className={classes.title}>{t('signIn.title')}</h1>
          <SignInForm />
        </main>
        <footer className={classes.footer}>
          <p>{t('signIn.help')}</p>
          <LanguageSwitch />
        </footer>
      </div>
    </div>
  );
}

/** Offers the other language in that language's own words. */
function LanguageSwitch() {
  const t = useT('account');
  const other = useLanguage() === 'vi' ? 'en' : 'vi';
  return (
    <Button
      kind="ghost"
      size="sm"
      icon={<IconLanguage />}
      lang={other}
      onClick={() => void chooseLanguage(other)}
    >
      {t('signIn.otherLanguage')}
    </Button>
  );
}
