import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ChangeResult, QuestionChange } from '../../../shared/question-bank/question-change.schema.js';
import type { ReviewState } from '../../../shared/question-bank/question.schema.js';
import { download } from '../../platform/api/download.js';
import { useFailureText } from '../../platform/api/errors.js';
import { useLanguage, useT } from '../../platform/text/i18n.js';
import { showDone, showFailed } from '../../ui/feedback/toast-queue.js';
import {
  bankKey,
  changeQuestions,
  undoChange,
  type BankFilter,
  type SelectedQuestions,
} from '../question/question.api.js';
import type { BankPicks } from './bank-selection.js';

/** Changes what is chosen in one piece, keeps the last change to be taken back, and takes questions along. */
export function useBulkActions(picks: BankPicks, filter: BankFilter) {
  const t = useT('question-bank');
  const explain = useFailureText('question-bank');
  const client = useQueryClient();
  const language = useLanguage();
  const [busy, setBusy] = useState(false);
  const [last, setLast] = useState<ChangeResult | null>(null);

  /** Whether it was done. */
  const run = async (act: () => Promise<void>): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    try {
      await act();
      return true;
    } catch (error) {
      showFailed(explain(error));
      return false;
    } finally {
      setBusy(false);
      await client.invalidateQueries({ queryKey: bankKey });
    }
  };

  const apply = (selection: SelectedQuestions, change: QuestionChange) =>
    run(async () => {
      const done = await changeQuestions(selection, change);
      setLast(done);
      picks.clear();
    });

  return {
    busy,
    last,
    apply,
    dismiss: () => setLast(null),
    undo: () =>
      run(async () => {
        if (last === null) return;
        const { restored, kept } = await undoChange(last.id);
        setLast(null);
        const words = t('changed.restored', { count: restored });
        showDone(kept > 0 ? `${words} ${t('changed.kept', { count: kept })}` : words);
      }),
    /** Only those in the first state, so that nothing else is taken up or approved by the way. */
    setState: (from: ReviewState | 'any', state: ReviewState) =>
      void apply(inState(picks, filter, from), { state }),
    exportAs: (form: 'gift' | 'csv') =>
      void download('/api/question-exports', () => showDone(t('export.preparing')), {
        selection: picks.chosen(),
        form,
        lang: language,
      }).catch((error: unknown) => showFailed(explain(error))),
  };
}

export type BulkActions = ReturnType<typeof useBulkActions>;

function inState(picks: BankPicks, filter: BankFilter, from: ReviewState | 'any'): SelectedQuestions {
  const chosen = picks.chosen();
  if (from === 'any') return chosen;
  if ('filter' in chosen) {
    const isWanted = filter.states.length === 0 || filter.states.includes(from);
    // Nothing that the filter hides is touched: without drafts in it, drafts are not meant.
    return { ...chosen, filter: { ...chosen.filter, states: isWanted ? [from] : filter.states } };
  }
  return { ids: picks.rows.filter((row) => row.reviewState === from).map((row) => row.id) };
}
