import {
  IconChecklist,
  IconClockHour4,
  IconFileText,
  IconRepeat,
  IconWifiOff,
  IconListDetails,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { RoundView } from '../../../shared/contest/contest.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import { Panel } from '../../ui/layout/panel.js';
import classes from './rules.module.css';

type RulesDigestProps = {
  round: RoundView;
  /** Opens the full text; null when there is none. */
  onRules: (() => void) | null;
};

/** What to know before entering, said from the round's own settings so that it stays true. */
export function RulesDigest({ round, onRules }: RulesDigestProps) {
  const t = useT('contest');
  const { attemptsAllowed, durationMinutes, questionCount, counting } = round;
  const isSingle = attemptsAllowed === 1;
  return (
    <Panel
      title={t('digest.title')}
      action={
        onRules && (
          <Button size="sm" kind="ghost" icon={<IconFileText />} onClick={onRules}>
            {t('digest.full')}
          </Button>
        )
      }
    >
      <div className={classes.digest}>
        <Point
          icon={<IconClockHour4 />}
          title={t('digest.time', { minutes: durationMinutes, questions: questionCount })}
        >
          {t('digest.timeText')}
        </Point>
        <Point
          icon={isSingle ? <IconListDetails /> : <IconRepeat />}
          title={
            attemptsAllowed === null
              ? t('digest.unlimited')
              : t('digest.attempts', { count: attemptsAllowed })
          }
        >
          {isSingle ? t('digest.onlyOne') : t(`digest.counting.${counting}`)}
        </Point>
        <Point icon={<IconWifiOff />} title={t('digest.offline')}>
          {t('digest.offlineText')}
        </Point>
        <Point icon={<IconChecklist />} title={t(`digest.results.${round.resultsVisible.kind}`)}>
          {t(`digest.answers.${round.answersVisible.kind}`)}
        </Point>
      </div>
    </Panel>
  );
}

function Point({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <p className={classes.point}>
      {icon}
      <span>
        <strong>{title}</strong> {children}
      </span>
    </p>
  );
}
