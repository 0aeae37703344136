import { IconArrowRight, IconMessageQuestion } from '@tabler/icons-react';
import type { QnaSummary } from '../../shared/qna/session.schema.js';
import { useFormat, useT } from '../platform/text/i18n.js';
import { useServerNow } from '../platform/time/server-time.js';
import { ButtonLink } from '../ui/form/button.js';
import { LiveBadge } from '../ui/data/chip.js';
import { HeroPanel } from '../ui/layout/hero-panel.js';
import classes from './qna-card.module.css';
import { isOn, sessionOfDay } from './qna-card.rules.js';

const MINUTE_MS = 60_000;

export type SessionOfDay = { session: QnaSummary; isLive: boolean };

/** The question session that is going on or comes today; null without one, and while it is not known. */
export function useSessionOfDay({ data }: { data?: { items: readonly QnaSummary[] } }): SessionOfDay | null {
  const { date } = useFormat();
  const now = useServerNow(MINUTE_MS);
  const session = sessionOfDay(data?.items ?? [], { now, dayOf: date });
  return session && { session, isLive: isOn(session, now) };
}

/** A session that goes on where nothing else on the page is more urgent. */
export function QnaHero({ session }: { session: QnaSummary }) {
  const t = useT('home');
  return (
    <div className={classes.hero}>
      <HeroPanel label={t('qna.label')}>
        <p className={classes.line}>
          <LiveBadge>{t('qna.live')}</LiveBadge>
        </p>
        <h2>{session.title}</h2>
        <p>{t('qna.now')}</p>
        <div className={classes.foot}>
          <ButtonLink size="lg" kind="accent" iconAfter={<IconArrowRight />} to={`/qna/${session.id}`}>
            {t('qna.join')}
          </ButtonLink>
        </div>
      </HeroPanel>
    </div>
  );
}

/** The same as a strip below what is more urgent. */
export function QnaCard({ session, isLive }: SessionOfDay) {
  const t = useT('home');
  const { time } = useFormat();
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
      <ButtonLink kind="outline" iconAfter={<IconArrowRight />} to={`/qna/${session.id}`}>
        {isLive ? t('qna.join') : t('qna.see')}
      </ButtonLink>
    </section>
  );
}
