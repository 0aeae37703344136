import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { QuestionRow, ReviewState } from '../../../shared/question-bank/question.schema.js';
import { isFailure } from '../../platform/api-failure.js';
import { useFailureText } from '../../platform/errors.js';
import { useT } from '../../platform/i18n.js';
import { showFailed, showUndo } from '../../ui/toast-queue.js';
import { bankKey, moveQuestions, reviewQuestions } from './question.api.js';

type Changed = Pick<QuestionRow, 'id' | 'reviewState' | 'topic'>;

/** Changes of state or topic happen at once and can be taken back from the toast. */
export function useBankChanges() {
  const t = useT('question-bank');
  const explain = useFailureText('question-bank');
  const client = useQueryClient();

  const run = useCallback(
    async (act: () => Promise<unknown>) => {
      try {
        await act();
        return true;
      } catch (error) {
        showFailed(isFailure(error, 'question.repeats') ? t('changed.repeats') : explain(error));
        return false;
      } finally {
        await client.invalidateQueries({ queryKey: bankKey });
      }
    },
    [client, explain, t],
  );

  const review = async (rows: readonly Changed[], state: ReviewState) => {
    const changing = rows.filter((row) => row.reviewState !== state);
    const back = Map.groupBy(changing, (row) => row.reviewState);
    const done = await run(() =>
      reviewQuestions(
        changing.map((row) => row.id),
        state,
      ),
    );
    const undo = () => run(() => all(back, reviewQuestions));
    if (done) showUndo(t(`changed.${state}`, { count: changing.length }), () => void undo());
    return done;
  };

  const move = async (rows: readonly Changed[], topic: string) => {
    const changing = rows.filter((row) => row.topic.name !== topic);
    const back = Map.groupBy(changing, (row) => row.topic.name);
    const done = await run(() =>
      moveQuestions(
        changing.map((row) => row.id),
        topic,
      ),
    );
    const undo = () => run(() => all(back, moveQuestions));
    if (done) showUndo(t('changed.topic', { count: changing.length, topic }), () => void undo());
    return done;
  };

  return { review, move };
}

async function all<Kind>(
  groups: Map<Kind, Changed[]>,
  send: (ids: string[], kind: Kind) => Promise<unknown>,
): Promise<void> {
  for (const [kind, rows] of groups)
    await send(
      rows.map((row) => row.id),
      kind,
    );
}
