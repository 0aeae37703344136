import { IconArrowRight, IconMessageQuestion } from '@tabler/icons-react';
import { useFormat, useT } from '../platform/text/i18n.js';
import { useServerNow } from '../platform/time/server-time.js';
import { ButtonLink } from '../ui/form/button.js';
import { LiveBadge } from '../ui/data/chip.js';
import { useQnaSessions } from './home.api.js';
import classes from './qna-card.module.css';
import { isOn, sessionOfDay } from './qna-card.rules.js';

const MINUTE_MS = 60_000;

/** The question session that is going on or comes today; nothing without one, nor while it is not known. */
export function QnaCard() {
  const t = useT('home');
  const { date, time } = useFormat();
  const { data } = useQnaSessions();
  const now = useServerNow(MINUTE_MS);
  const session = sessionOfDay(data?.items ?? [], { now, dayOf: date });
  if (!session) return null;
  const isLive = isOn(session, now);
  return (
    <section className={classes.card} data-live={isLive || undefined} aria-label={t('qna.label')}>
      <span className={classes.disc} aria-hidden="true">
        <IconMessageQuestion />
      </span>
      <div className={classes.words}>
        <p className={classes.line}>
          {isLive && <LiveBadge soft>{t('qna.live')}</LiveBadge>}
          {isLive ? t('qna.now') : t('qna.today', { at: time(session.startsAt) })}
        </p>
        <h2 className={classes.title}>{session.title}</h2>
      </div>
      <ButtonLink
        kind={isLive ? 'accent' : 'outline'}
        iconAfter={<IconArrowRight />}
        to={`/qna/${session.id}`}
      >
        {isLive ? t('qna.join') : t('qna.see')}
      </ButtonLink>
    </section>
  );
}
