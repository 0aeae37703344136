import { IconListSearch } from '@tabler/icons-react';
import { useDeferredValue, useEffect, useId, useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import type { LedgerEntry, LedgerStatistics } from '../../../shared/qna/ledger.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { SearchField } from '../../ui/form/search-field.js';
import { Entry } from './entry.js';
import classes from './entry-list.module.css';
import { matching, mergedCounts, OUTCOMES, type Outcome } from './ledger.rules.js';

/** Entries from which on a page is felt to be slow when all are laid out. */
const LONG = 200;

type EntryListProps = {
  entries: readonly LedgerEntry[];
  statistics: LedgerStatistics;
  /** More pages are on their way. */
  isLoading: boolean;
  /** The reader holds one of the session's two keys. */
  mayOpen: boolean;
};

/** All questions, narrowed by outcome and words; what is chosen stands in the address. */
export function EntryList({ entries, statistics, isLoading, mayOpen }: EntryListProps) {
  const t = useT('qna/ledger');
  const headingId = useId();
  const { number } = useFormat();
  const { outcome, text, choose, clear } = useNarrowing();
  const searched = useDeferredValue(text);
  const shown = useMemo(() => matching(entries, { outcome, text: searched }), [entries, outcome, searched]);
  const texts = useMemo(
    () => new Map<string, string | null>(entries.map((entry) => [entry.id, entry.text])),
    [entries],
  );
  const merged = useMemo(() => mergedCounts(entries), [entries]);
  useGoToEntry(entries.length);
  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId} className={classes.heading}>
        {t('list.title')}
      </h2>
      <div className={classes.narrow}>
        <OutcomeChoice
          statistics={statistics}
          value={outcome}
          onChange={(next) => choose({ outcome: next })}
        />
        <SearchField label={t('list.search')} value={text} onChange={(next) => choose({ q: next })} />
      </div>
      <p className={classes.count} role="status">
        {t('list.shown', {
          count: shown.length,
          shown: number(shown.length),
          whole: number(statistics.asked),
        })}
        {isLoading && ` ${t('list.loading')}`}
      </p>
      {shown.length === 0 && !isLoading ? (
        <EmptyState
          icon={<IconListSearch />}
          title={entries.length === 0 ? t('list.empty') : t('list.noMatch')}
          action={entries.length > 0 && <Button onClick={clear}>{t('list.clear')}</Button>}
        >
          {entries.length === 0 ? t('list.emptyText') : t('list.noMatchText')}
        </EmptyState>
      ) : (
        <ol className={classes.list} data-long={shown.length > LONG || undefined}>
          {shown.map((entry) => (
            <Entry
              key={entry.id}
              entry={entry}
              mayOpen={mayOpen}
              mergedCount={merged.get(entry.id) ?? 0}
              targetText={entry.mergedInto === null ? null : (texts.get(entry.mergedInto) ?? null)}
            />
          ))}
        </ol>
      )}
    </section>
  );
}

type OutcomeChoiceProps = {
  statistics: LedgerStatistics;
  value: Outcome | null;
  onChange: (outcome: Outcome | null) => void;
};

function OutcomeChoice({ statistics, value, onChange }: OutcomeChoiceProps) {
  const t = useT('qna/ledger');
  const { number } = useFormat();
  const choices: (Outcome | null)[] = [null, ...OUTCOMES];
  return (
    <div className={classes.choices} role="group" aria-label={t('list.filter')}>
      {choices.map((outcome) => (
        <button
          key={outcome ?? 'all'}
          type="button"
          className={classes.choice}
          aria-pressed={outcome === value}
          onClick={() => onChange(outcome)}
        >
          {outcome === null ? t('list.all') : t(`outcome.${outcome}`)}
          <span className="num" translate="no">
            {number(outcome === null ? statistics.asked : statistics.outcomes[outcome])}
          </span>
        </button>
      ))}
    </div>
  );
}

function useNarrowing() {
  const [params, setParams] = useSearchParams();
  const asked = params.get('outcome');
  return {
    outcome: OUTCOMES.find((outcome) => outcome === asked) ?? null,
    text: params.get('q') ?? '',
    choose(change: { outcome?: Outcome | null; q?: string }) {
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(change)) {
            if (value) next.set(name, value);
            else next.delete(name);
          }
          return next;
        },
        { replace: true, preventScrollReset: true },
      );
    },
    clear: () => setParams({}, { replace: true, preventScrollReset: true }),
  };
}

/** Brings the question that the address names into view, as soon as its page is loaded. */
function useGoToEntry(loaded: number) {
  const { hash } = useLocation();
  useEffect(() => {
    if (!hash.startsWith('#q-')) return;
    const entry = document.getElementById(hash.slice(1));
    entry?.scrollIntoView({ block: 'center' });
    entry?.focus({ preventScroll: true });
  }, [hash, loaded]);
}
