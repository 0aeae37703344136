import { IconCalendarEvent, IconShieldLock } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Navigate, useParams } from 'react-router';
import type { QnaInvitation } from '../../../shared/qna/session.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { usePageTitle } from '../../platform/page/page-title.js';
import { signInPath } from '../../platform/page/to-sign-in.js';
import { LogoMark } from '../../ui/layout/app-logo.js';
import { Banner } from '../../ui/feedback/banner.js';
import { ButtonLink } from '../../ui/form/button.js';
import { Chip, LiveBadge } from '../../ui/data/chip.js';
import { ConnectionBanner } from '../../ui/layout/connection-banner.js';
import { LanguageSwitch } from '../../ui/layout/preferences.js';
import { privacySentences } from '../question/privacy.rules.js';
import { PrivacySentences } from '../question/privacy-sentences.js';
import { qnaKeys } from '../room/qna.api.js';
import { useSessionTime } from '../room/session-time.js';
import { CodeEntry } from './code-entry.js';
import { codeTrouble, entryOf } from '../../ui/join/code-pad.rules.js';
import { GuestForm } from '../../ui/join/guest-form.js';
import classes from './invitation.module.css';
import { invitationKey, useGuestEntry, useInvitation } from './join.api.js';
import { useRefusal } from './use-refusal.js';

const PRODUCT = 'Hải Đăng';

/** The short address: alone it asks for a code, with one it leads in. */
export function Component() {
  const { code } = useParams();
  return code === undefined ? <CodeEntry /> : <WithCode text={code} />;
}

function WithCode({ text }: { text: string }) {
  const entry = entryOf(text);
  const code = entry.kind === 'code' ? entry.code : '';
  const { data, error, failureReason, isFetching, refetch } = useInvitation(
    codeTrouble(code) === null ? code : null,
  );
  const refusal = useRefusal(code, error ?? failureReason);
  if (data?.admitted) return <Navigate to={`/qna/${data.id}`} replace />;
  if (data) return <Invited invitation={data} />;
  const isLooking = isFetching && !refusal?.isHeld;
  return (
    <CodeEntry
      tried={{ code, isLooking, refusal: isLooking ? null : refusal, again: () => void refetch() }}
    />
  );
}

function Invited({ invitation }: { invitation: QnaInvitation }) {
  const t = useT('qna/join');
  usePageTitle(invitation.title);
  return (
    <div className={classes.page}>
      <header className={classes.brand}>
        <LogoMark size={36} />
        <span translate="no">{PRODUCT}</span>
        <LanguageSwitch className={classes.language} />
      </header>
      <ConnectionBanner />
      <main id="content" tabIndex={-1} className={classes.main}>
        <article className={classes.card}>
          <About invitation={invitation} />
          {invitation.phase === 'ended' ? (
            <Banner>{t('invitation.ended')}</Banner>
          ) : (
            <ByName invitation={invitation} />
          )}
          <SignIn invitation={invitation} />
        </article>
      </main>
    </div>
  );
}

function About({ invitation }: { invitation: QnaInvitation }) {
  const when = useSessionTime();
  return (
    <>
      <PhaseMark invitation={invitation} />
      <h1>{invitation.title}</h1>
      <p className={classes.fact}>
        <IconCalendarEvent aria-hidden="true" />
        {when(invitation)}
      </p>
      {invitation.description !== '' && <p className={classes.about}>{invitation.description}</p>}
      <PrivacySentences look="card" icon={<IconShieldLock aria-hidden="true" />} rule={invitation.privacy} />
    </>
  );
}

/** In by name, for this session and on this device. */
function ByName({ invitation: { code, privacy } }: { invitation: QnaInvitation }) {
  const t = useT('qna/join');
  const queryClient = useQueryClient();
  const entry = useGuestEntry(code);
  const onSuccess = (entered: QnaInvitation) => {
    // What was asked as nobody is no answer any more; the page goes on by what holds now.
    queryClient.removeQueries({ queryKey: qnaKeys.all(entered.id) });
    queryClient.setQueryData(invitationKey(entered.code), entered);
  };
  return (
    <GuestForm
      hint={privacySentences(privacy, 'guest')
        .map((sentence) => t(`privacy.${sentence}`))
        .join(' ')}
      enterText={t('guest.enter')}
      busy={entry.isPending}
      failure={entry.error}
      texts="qna"
      onEnter={(name) => entry.mutate(name, { onSuccess })}
    />
  );
}

function PhaseMark({ invitation: { phase } }: { invitation: QnaInvitation }) {
  const words = useT('qna');
  if (phase === 'live') return <LiveBadge>{words('phase.live')}</LiveBadge>;
  return <Chip kind={phase === 'upcoming' ? 'navy' : 'plain'}>{words(`phase.${phase}`)}</Chip>;
}

function SignIn({ invitation: { id, phase } }: { invitation: QnaInvitation }) {
  const t = useT('qna/join');
  const isOver = phase === 'ended';
  return (
    <div className={classes.signIn}>
      {!isOver && <p>{t('invitation.member')}</p>}
      <ButtonLink block kind={isOver ? 'primary' : 'outline'} to={signInPath(`/qna/${id}`)}>
        {t('invitation.signIn')}
      </ButtonLink>
    </div>
  );
}
