import { IconShieldCheck } from '@tabler/icons-react';
import { useFormat, useT } from '../../../platform/text/i18n.js';
import { useServerNow } from '../../../platform/time/server-time.js';
import { Panel } from '../../../ui/layout/panel.js';
import classes from './attempt-side.module.css';
import type { PaperCounts, QuestionCell } from '../session/paper.rules.js';
import { QuestionNavigator } from './question-navigator.js';

type AttemptSideProps = {
  cells: readonly QuestionCell[];
  counts: PaperCounts;
  deadlineAt: string;
  onGo: (position: number) => void;
};

/** The navigator and the clock beside the question, where there is room. */
export function AttemptSide({ cells, counts, deadlineAt, onGo }: AttemptSideProps) {
  const t = useT('contest/attempt');
  const { timeWithSeconds } = useFormat();
  const answered = (
    <span className={`${classes.answered} num`} translate="no">
      <b>{counts.answered}</b>
      {`/${counts.total} ${t('navigator.answered')}`}
    </span>
  );
  return (
    <aside className={classes.side} aria-label={t('navigator.title')}>
      <Panel title={t('navigator.title')} action={answered}>
        <QuestionNavigator cells={cells} counts={counts} onGo={onGo} />
      </Panel>
      <Panel>
        <div className={classes.safe}>
          <IconShieldCheck aria-hidden="true" />
          <p>
            <strong>{t('safety.title')}</strong>
            {t('safety.text')}
          </p>
        </div>
        <dl className={`${classes.times} num`} translate="no">
          <dt>{t('safety.serverTime')}</dt>
          <dd>
            <ServerTime />
          </dd>
          <dt>{t('safety.deadline')}</dt>
          <dd>{timeWithSeconds(deadlineAt)}</dd>
        </dl>
      </Panel>
    </aside>
  );
}

function ServerTime() {
  const { timeWithSeconds } = useFormat();
  return timeWithSeconds(useServerNow());
}
