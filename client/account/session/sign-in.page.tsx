import { Link, Navigate, useSearchParams } from 'react-router';
import { useT } from '../../platform/text/i18n.js';
import { usePageTitle } from '../../platform/page/page-title.js';
import { useSession } from '../../platform/api/session.js';
import { CodePad } from '../../ui/join/code-pad.js';
import { Banner } from '../../ui/feedback/banner.js';
import { EntranceFrame } from '../../ui/layout/entrance-frame.js';
import { returnPath } from './return-path.js';
import { SignInForm } from './sign-in-form.js';
import classes from './sign-in.module.css';

/** Who comes here signed in goes on at once to where they were going; who has no account comes in by a code. */
export function Component() {
  const t = useT('account');
  const { member, endedElsewhere } = useSession();
  const [search] = useSearchParams();
  usePageTitle(t('signIn.title'));
  if (member) return <Navigate to={returnPath(search.get('next'))} replace />;
  return (
    <EntranceFrame promise={t('signIn.promise')}>
      <h1 className={classes.title}>{t('signIn.title')}</h1>
      {endedElsewhere && (
        <div className={classes.about}>
          <Banner role="status">{t('signIn.endedElsewhere')}</Banner>
        </div>
      )}
      <SignInForm />
      <p className={classes.forgot}>
        <Link to="/vao">{t('signIn.forgot')}</Link>
      </p>
      <p className={classes.or}>{t('signIn.noAccount')}</p>
      <CodePad size="card" />
    </EntranceFrame>
  );
}
