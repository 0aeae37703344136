import type { LedgerEntry, LedgerStatistics } from '../../../shared/qna/ledger.schema.js';
import type { LedgerWords } from './ledger-words.js';

/** A whole ledger, to be taken home in a file. Entries count from 1 in their order. */
export type LedgerBook = {
  title: string;
  code: string;
  startsAt: Date;
  madeAt: Date;
  entries: readonly LedgerEntry[];
  statistics: LedgerStatistics;
};

export function outcomeText({ state, answer }: LedgerEntry, words: LedgerWords): string {
  if (state === 'answered')
    return answer?.how === 'in_writing' ? words.outcomes.inWriting : words.outcomes.onAir;
  if (state === 'merged' || state === 'declined' || state === 'withdrawn') return words.outcomes[state];
  return words[state];
}

/** Number of each entry in the book, by its id. */
export function numbersOf(entries: readonly LedgerEntry[]): ReadonlyMap<string, number> {
  return new Map(entries.map(({ id }, index) => [id, index + 1]));
}

/** The people who hold these sessions live by one clock. */
const TIME_ZONE = 'Asia/Ho_Chi_Minh';

export function timeText(at: Date | string, { locale }: LedgerWords): string {
  return formatOf(locale).format(new Date(at));
}

/** Making one takes longer than using it a hundred times. There are as many as languages. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string): Intl.DateTimeFormat {
  const known = formats.get(locale);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale, {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: TIME_ZONE,
  });
  formats.set(locale, format);
  return format;
}
