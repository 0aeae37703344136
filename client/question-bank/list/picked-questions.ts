import { useState } from 'react';
import type { QuestionRow } from '../../../shared/question-bank/question.schema.js';

/** The questions ticked in the list, on this page and on others. */
export function usePickedQuestions() {
  const [rows, setRows] = useState<ReadonlyMap<string, QuestionRow>>(new Map());
  const change = (act: (next: Map<string, QuestionRow>) => void) =>
    setRows((current) => {
      const next = new Map(current);
      act(next);
      return next;
    });
  return {
    rows: [...rows.values()],
    has: (id: string) => rows.has(id),
    toggle: (row: QuestionRow) => change((next) => void (next.delete(row.id) || next.set(row.id, row))),
    toggleAll: (page: readonly QuestionRow[]) =>
      change((next) => {
        const all = page.every((row) => next.has(row.id));
        for (const row of page) {
          if (all) next.delete(row.id);
          else next.set(row.id, row);
        }
      }),
    clear: () => setRows(new Map()),
  };
}

export type Picked = ReturnType<typeof usePickedQuestions>;
