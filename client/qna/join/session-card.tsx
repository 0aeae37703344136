import { IconCalendarEvent, IconMessageCheck, IconMessageQuestion } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { QnaSummary } from '../../../shared/qna/session.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Chip, LiveBadge } from '../../ui/data/chip.js';
import { useSessionTime } from '../room/session-time.js';
import classes from './sessions.module.css';

/** One session of the list; the whole card leads to it. */
export function SessionCard({ session }: { session: QnaSummary }) {
  const t = useT('qna/join');
  const words = useT('qna');
  const when = useSessionTime();
  const { number } = useFormat();
  const { id, title, phase, level, desk, asked, answered } = session;
  return (
    <li className={classes.card} data-phase={phase}>
      <p className={classes.chips}>
        {phase === 'live' ? (
          <LiveBadge>{words('phase.live')}</LiveBadge>
        ) : (
          <Chip size="sm" kind={phase === 'upcoming' ? 'navy' : 'plain'}>
            {words(`phase.${phase}`)}
          </Chip>
        )}
        {level === 'hidden' && (
          <Chip size="sm" kind="line">
            {words('anonymous')}
          </Chip>
        )}
        {desk && (
          <Chip size="sm" kind="teal">
            {words(`role.${desk}`)}
          </Chip>
        )}
      </p>
      <h3 className={classes.cardTitle}>
        <Link to={phase === 'draft' ? `/qna/${id}/desk` : `/qna/${id}`}>{title}</Link>
      </h3>
      <ul className={classes.facts}>
        <li>
          <IconCalendarEvent aria-hidden="true" />
          {when(session)}
        </li>
        <li>
          <IconMessageQuestion aria-hidden="true" />
          {t('list.asked', { count: asked, shown: number(asked) })}
        </li>
        {answered > 0 && (
          <li>
            <IconMessageCheck aria-hidden="true" />
            {t('list.answered', { count: answered, shown: number(answered) })}
          </li>
        )}
      </ul>
    </li>
  );
}
