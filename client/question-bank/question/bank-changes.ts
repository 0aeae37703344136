import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { QuestionRow, ReviewState } from '../../../shared/question-bank/question.schema.js';
import { isFailure } from '../../platform/api/api-failure.js';
import { useFailureText } from '../../platform/api/errors.js';
import { useT } from '../../platform/text/i18n.js';
import { showDone, showFailed, showUndo } from '../../ui/feedback/toast-queue.js';
import { bankKey, reviewQuestions } from './question.api.js';

type Changed = Pick<QuestionRow, 'id' | 'reviewState'>;

/** Changes of state happen at once and can be taken back from the toast. */
export function useBankChanges() {
  const t = useT('question-bank');
  const explain = useFailureText('question-bank');
  const client = useQueryClient();

  const run = useCallback(
    async <Done>(act: () => Promise<Done>): Promise<Done | null> => {
      try {
        return await act();
      } catch (error) {
        showFailed(isFailure(error, 'question.repeats') ? t('changed.repeats') : explain(error));
        return null;
      } finally {
        await client.invalidateQueries({ queryKey: bankKey });
      }
    },
    [client, explain, t],
  );

  /** A colleague may have been faster with some of them, or with all. */
  const tell = (changed: number | null, say: (count: number) => void) => {
    if (changed === 0) showDone(t('changed.none'));
    else if (changed !== null) say(changed);
  };

  const review = async (rows: readonly Changed[], state: ReviewState) => {
    const changing = rows.filter((row) => row.reviewState !== state);
    const back = Map.groupBy(changing, (row) => row.reviewState);
    const changed = await run(() =>
      reviewQuestions(
        changing.map((row) => row.id),
        state,
      ),
    );
    const undo = () => run(() => all(back, reviewQuestions));
    tell(changed, (count) => showUndo(t(`changed.${state}`, { count }), () => void undo()));
    return changed !== null;
  };

  return { review };
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
