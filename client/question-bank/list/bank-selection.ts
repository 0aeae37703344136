import { useEffect, useRef, useState } from 'react';
import type { QuestionRow } from '../../../shared/question-bank/question.schema.js';
import type { BankFilter, SelectedQuestions } from '../question/question.api.js';

type State = {
  /** All that match, now and whenever something is done with them, but for those that were taken out. */
  all: boolean;
  rows: ReadonlyMap<string, QuestionRow>;
};

const NOTHING: State = { all: false, rows: new Map() };

/** What is ticked in the list: single questions, on this page and on others, or all that match the filter. */
export function useBankSelection(filter: BankFilter, startsWithAll: boolean) {
  const [{ all, rows }, setState] = useState<State>(startsWithAll ? { all: true, rows: new Map() } : NOTHING);
  const last = useRef<string | null>(null);
  const clear = () => setState(NOTHING);
  const isEmpty = !all && rows.size === 0;
  useEffect(() => {
    if (isEmpty) return;
    const leave = (event: KeyboardEvent) => {
      const isElsewhere =
        event.target instanceof Element && event.target.closest('dialog, [role="dialog"], aside');
      if (event.key === 'Escape' && !event.defaultPrevented && !isElsewhere) setState(NOTHING);
    };
    document.addEventListener('keydown', leave);
    return () => document.removeEventListener('keydown', leave);
  }, [isEmpty]);
  const change = (act: (next: Map<string, QuestionRow>) => void) =>
    setState((current) => {
      const next = new Map(current.rows);
      act(next);
      return { all: current.all, rows: next };
    });
  const has = (id: string) => all !== rows.has(id);
  return {
    all,
    /** The ticked ones, or those taken out of all. */
    rows: [...rows.values()],
    isEmpty,
    has,
    count: (total: number) => (all ? Math.max(0, total - rows.size) : rows.size),
    /** With Shift, all from the row before to this one get what this one gets. */
    toggle: (row: QuestionRow, page: readonly QuestionRow[], isRange: boolean) => {
      const [from, to] = [last.current, row.id].map((id) => page.findIndex((one) => one.id === id));
      const range =
        isRange && from !== undefined && to !== undefined && from >= 0 && to >= 0
          ? page.slice(Math.min(from, to), Math.max(from, to) + 1)
          : [row];
      const ticked = !has(row.id);
      last.current = row.id;
      change((next) => {
        for (const one of range) {
          if (ticked === all) next.delete(one.id);
          else next.set(one.id, one);
        }
      });
    },
    togglePage: (page: readonly QuestionRow[]) =>
      change((next) => {
        const ticked = !page.every((row) => has(row.id));
        for (const row of page) {
          if (ticked === all) next.delete(row.id);
          else next.set(row.id, row);
        }
      }),
    chooseAll: () => setState({ all: true, rows: new Map() }),
    choosePage: (page: readonly QuestionRow[]) =>
      setState({ all: false, rows: new Map(page.map((row) => [row.id, row])) }),
    clear,
    chosen: (): SelectedQuestions =>
      all ? { filter: said(filter), except: [...rows.keys()] } : { ids: [...rows.keys()] },
  };
}

export type BankPicks = ReturnType<typeof useBankSelection>;

/** What filters nothing is left out. */
function said(filter: BankFilter): Partial<BankFilter> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value.length > 0));
}
