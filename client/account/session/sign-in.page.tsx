import { Navigate, useSearchParams } from 'react-router';
import { useT } from '../../platform/text/i18n.js';
import { usePageTitle } from '../../platform/page/page-title.js';
import { useSession } from '../../platform/api/session.js';
import { CodePad } from '../../ui/join/code-pad.js';
import { EntranceFrame } from '../../ui/layout/entrance-frame.js';
import { returnPath } from './return-path.js';
import { SignInForm } from './sign-in-form.js';
import classes from './sign-in.module.css';

/** Who comes here signed in goes on at once to where they were going; who has no account comes in by a code. */
export function Component() {
  const t = useT('account');
  const { member } = useSession();
  const [search] = useSearchParams();
  usePageTitle(t('signIn.title'));
  if (member) return <Navigate to={returnPath(search.get('next'))} replace />;
  return (
    <EntranceFrame promise={t('signIn.promise')} footer={<p>{t('signIn.help')}</p>}>
      <h1 className={classes.title}>{t('signIn.title')}</h1>
      <SignInForm />
      <p className={classes.or}>{t('signIn.noAccount')}</p>
      <CodePad size="card" />
    </EntranceFrame>
  );
}
