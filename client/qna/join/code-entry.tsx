import { ButtonLink } from '../../ui/form/button.js';
import { EntranceFrame } from '../../ui/layout/entrance-frame.js';
import { useT } from '../../platform/text/i18n.js';
import { usePageTitle } from '../../platform/page/page-title.js';
import { useSession } from '../../platform/api/session.js';
import classes from './code-entry.module.css';
import { CodePad, type Tried } from '../../ui/join/code-pad.js';

/** The page for who has a code and nothing else, and for a code that does not lead in. */
export function CodeEntry({ tried }: { tried?: Tried }) {
  const t = useT('qna/join');
  const { member } = useSession();
  usePageTitle(t('code.title'));
  return (
    <EntranceFrame
      promise={t('code.promise')}
      footer={
        <ButtonLink kind="ghost" className={classes.out} to={member ? '/' : '/sign-in'}>
          {member ? t('code.toHome') : t('code.haveAccount')}
        </ButtonLink>
      }
    >
      <h1>{t('code.title')}</h1>
      <p className={classes.where}>{t('code.subtitle')}</p>
      <CodePad size="page" tried={tried} />
    </EntranceFrame>
  );
}
