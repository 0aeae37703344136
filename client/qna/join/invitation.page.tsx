import { IconCalendarEvent, IconShieldLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Navigate, useParams } from 'react-router';
import type { QnaInvitation } from '../../../shared/qna/session.schema.js';
import { useFailureText } from '../../platform/errors.js';
import { useT } from '../../platform/i18n.js';
import { usePageTitle } from '../../platform/page-title.js';
import { useSession } from '../../platform/session.js';
import { LogoMark } from '../../ui/app-logo.js';
import { Banner } from '../../ui/banner.js';
import { ButtonLink } from '../../ui/button.js';
import { Chip, LiveBadge } from '../../ui/chip.js';
import { ConnectionBanner } from '../../ui/connection-banner.js';
import { ErrorState } from '../../ui/error-state.js';
import { Bone, Loading } from '../../ui/skeletons.js';
import { usePrivacyText } from '../privacy-text.js';
import { useSessionTime } from '../session-time.js';
import { codeFrom } from './code.rules.js';
import { CodePad } from './code-pad.js';
import { GuestForm } from './guest-form.js';
import classes from './invitation.module.css';
import { useInvitation } from './join.api.js';

const PRODUCT = 'Hải Đăng';

export function Component() {
  const { code = '' } = useParams();
  return (
    <div className={classes.page}>
      <header className={classes.brand}>
        <LogoMark size={36} />
        <span translate="no">{PRODUCT}</span>
      </header>
      <ConnectionBanner />
      <main id="content" tabIndex={-1} className={classes.main}>
        <Invitation code={codeFrom(code)} />
      </main>
    </div>
  );
}

function Invitation({ code }: { code: string }) {
  const t = useT('join');
  const explain = useFailureText('qna');
  const { data, error, refetch, isFetching } = useInvitation(code);
  usePageTitle(data?.title ?? t('invitation.title'));
  if (data?.admitted) return <Navigate to={`/qna/${data.id}`} replace />;
  if (data) return <Invited invitation={data} />;
  if (!error) {
    return (
      <Loading onRetry={() => void refetch()}>
        <Bone height={280} />
      </Loading>
    );
  }
  return (
    <>
      <ErrorState title={t('invitation.failed')} onRetry={() => void refetch()} retrying={isFetching}>
        {explain(error)}
      </ErrorState>
      <CodePad />
    </>
  );
}

function Invited({ invitation }: { invitation: QnaInvitation }) {
  const t = useT('join');
  const when = useSessionTime();
  const { title, phase, guestsAllowed } = invitation;
  const canEnter = guestsAllowed && phase !== 'ended';
  return (
    <article className={classes.card}>
      <PhaseMark invitation={invitation} />
      <h1>{title}</h1>
      <p className={classes.fact}>
        <IconCalendarEvent aria-hidden="true" />
        {when(invitation)}
      </p>
      <Privacy invitation={invitation} />
      {canEnter && <GuestForm invitation={invitation} />}
      {phase === 'ended' && <Banner>{t('invitation.ended')}</Banner>}
      <SignIn invitation={invitation} lead={!canEnter}>
        {canEnter ? t('invitation.member') : t('invitation.membersOnly')}
      </SignIn>
    </article>
  );
}

function PhaseMark({ invitation: { phase } }: { invitation: QnaInvitation }) {
  const words = useT('qna');
  if (phase === 'live') return <LiveBadge>{words('phase.live')}</LiveBadge>;
  return <Chip kind={phase === 'upcoming' ? 'navy' : 'plain'}>{words(`phase.${phase}`)}</Chip>;
}

function Privacy({ invitation: { privacy } }: { invitation: QnaInvitation }) {
  const sentences = usePrivacyText()(privacy);
  return (
    <div className={classes.privacy}>
      <IconShieldLock aria-hidden="true" />
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

type SignInProps = { invitation: QnaInvitation; lead: boolean; children: ReactNode };

function SignIn({ invitation, lead, children }: SignInProps) {
  const t = useT('join');
  const { member } = useSession();
  // Signed in and still not let in: another account will not help.
  if (member) return null;
  return (
    <div className={classes.signIn}>
      <p>{children}</p>
      <ButtonLink
        block
        kind={lead ? 'primary' : 'outline'}
        to={`/sign-in?next=${encodeURIComponent(`/qna/${invitation.id}`)}`}
      >
        {t('invitation.signIn')}
      </ButtonLink>
    </div>
  );
}
