import { IconLayoutColumns, IconLock } from '@tabler/icons-react';
import { useParams } from 'react-router';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { ButtonLink } from '../../ui/form/button.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { Banner } from '../../ui/feedback/banner.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { JoinCode } from '../../ui/join-code.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import { Panel } from '../../ui/layout/panel.js';
import { PageBones } from '../../ui/feedback/skeletons.js';
import type { QnaManageView, QnaSessionView } from '../../../shared/qna/session.schema.js';
import { FixedPrivacy } from './fixed-privacy.js';
import { useManagement } from './organise.api.js';
import classes from './organise.module.css';
import { PhaseChip } from './phase-chip.js';
import { SessionActions } from './session-actions.js';
import { RemovedPanel } from './removed-panel.js';
import { ScreensPanel } from './screens-panel.js';
import side from './side.module.css';
import { SettingsForm } from './settings-form.js';
import { TeamPanel } from './team-panel.js';

export function Component() {
  const { id = '' } = useParams();
  const t = useT('qna/organise');
  return (
    <QueryStates
      page
      query={useManagement(id)}
      texts="qna"
      failed={t('settings.failed')}
      loading={<PageBones />}
      answers={{ 'auth.forbidden': () => <NotYours id={id} /> }}
    >
      {(view) => <Settings key={id} view={view} />}
    </QueryStates>
  );
}

/** Somebody of the team who does not manage it: their place is the desk. */
function NotYours({ id }: { id: string }) {
  const t = useT('qna/organise');
  return (
    <EmptyState
      icon={<IconLock />}
      title={t('settings.notYours')}
      headingLevel={1}
      action={<ButtonLink to={`/qna/${id}/desk`}>{t('settings.toDesk')}</ButtonLink>}
    >
      {t('settings.notYoursText')}
    </EmptyState>
  );
}

function Settings({ view }: { view: QnaManageView }) {
  const t = useT('qna/organise');
  const { dateTime } = useFormat();
  const { session, settings, team, removed } = view;
  return (
    <>
      <PageHeader
        title={settings.title}
        subtitle={dateTime(settings.startsAt)}
        badge={<PhaseChip phase={session.phase} />}
        crumbs={[{ to: '/organise/qna', label: t('list.title') }]}
        actions={
          <>
            <ButtonLink
              kind={session.phase === 'live' ? 'accent' : 'outline'}
              icon={<IconLayoutColumns />}
              to={`/qna/${session.id}/desk`}
            >
              {t('settings.toDesk')}
            </ButtonLink>
            <SessionActions
              session={{ id: session.id, title: settings.title, phase: session.phase, unused: view.unused }}
            />
          </>
        }
      />
      {session.phase === 'draft' && <Banner>{t('settings.draft')}</Banner>}
      <div className={classes.grid}>
        <SettingsForm view={view} />
        <div className={classes.column}>
          <JoinPanel session={session} />
          <ScreensPanel session={session} />
          <TeamPanel sessionId={session.id} team={team} />
          <FixedPrivacy rule={session.privacy} />
          {removed.length > 0 && <RemovedPanel sessionId={session.id} removed={removed} />}
        </div>
      </div>
    </>
  );
}

/** How people get in, and who may. */
function JoinPanel({ session: { code, guestsAllowed } }: { session: QnaSessionView }) {
  const t = useT('qna/organise');
  return (
    <Panel title={t('join.title')}>
      <p className={side.text}>{guestsAllowed ? t('join.guests') : t('join.membersOnly')}</p>
      <JoinCode code={code} />
    </Panel>
  );
}
