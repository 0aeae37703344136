import { IconEyeOff, IconFlag, IconMoodCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { AttemptResult, ReviewedQuestion } from '../../../shared/contest/attempt.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { useShortcut } from '../../platform/page/shortcuts.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { KeyHint } from '../../ui/data/key-hint.js';
import { Panel } from '../../ui/layout/panel.js';
import { Segmented } from '../../ui/form/segmented.js';
import { REVIEW_FILTERS, isShown, neighbour, type ReviewFilter } from './review.rules.js';
import { ReviewedQuestionCard } from './reviewed-question.js';
import classes from './review.module.css';

/** Every question again with the own and the right answer, once the organiser shows them. */
export function ReviewPanel({ result }: { result: AttemptResult }) {
  const t = useT('contest/result');
  const { time, date } = useFormat();
  const { review, reviewVisibleAt } = result;
  if (review) return <Review questions={review} />;
  return (
    <Panel title={t('review.title')}>
      <EmptyState
        icon={<IconEyeOff />}
        title={
          reviewVisibleAt
            ? t('review.opensAt', { time: time(reviewVisibleAt), date: date(reviewVisibleAt) })
            : t('review.hidden')
        }
      >
        {reviewVisibleAt && t('review.hiddenText')}
      </EmptyState>
    </Panel>
  );
}

function Review({ questions }: { questions: readonly ReviewedQuestion[] }) {
  const t = useT('contest/result');
  const [params, setParams] = useSearchParams();
  const filter = REVIEW_FILTERS.find((one) => one === params.get('filter')) ?? 'all';
  const shown = questions.filter((question) => isShown(question, filter));
  const choose = (next: ReviewFilter) =>
    setParams(next === 'all' ? {} : { filter: next }, { replace: true, preventScrollReset: true });
  const hints = useMoves(shown);
  return (
    <Panel
      kind="flush"
      title={t('review.title')}
      action={
        <Segmented
          label={t('review.filter')}
          value={filter}
          onChange={choose}
          options={REVIEW_FILTERS.map((value) => ({
            value,
            label: t(`review.filters.${value}`, {
              total: questions.filter((question) => isShown(question, value)).length,
            }),
          }))}
        />
      }
    >
      {hints}
      {shown.map((question) => (
        <ReviewedQuestionCard key={question.position} question={question} />
      ))}
      {shown.length === 0 && <NothingShown filter={filter} />}
    </Panel>
  );
}

function NothingShown({ filter }: { filter: ReviewFilter }) {
  const t = useT('contest/result');
  if (filter === 'flagged') {
    return <EmptyState icon={<IconFlag />} title={t('review.noFlagged')} />;
  }
  return <EmptyState icon={<IconMoodCheck />} title={t('review.noWrong')} />;
}

/** J and K move the focus between the questions in view. */
function useMoves(shown: readonly ReviewedQuestion[]) {
  const t = useT('contest/result');
  const [current, setCurrent] = useState<number | null>(null);
  const positions = shown.map((question) => question.position);
  const move = (step: 1 | -1) => {
    const next = neighbour(positions, current, step);
    if (next === null) return;
    setCurrent(next);
    const element = document.getElementById(`question-${next}`);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ behavior: 'smooth', block: 'start' });
  };
  useShortcut({ keys: 'j', label: t('review.next'), run: () => move(1) });
  useShortcut({ keys: 'k', label: t('review.previous'), run: () => move(-1) });
  return (
    <p className={classes.hints} aria-hidden="true">
      <KeyHint keys="j" /> {t('review.next')} <KeyHint keys="k" /> {t('review.previous')}
    </p>
  );
}
