import { importWrongColumns } from '../../../shared/question-bank/question-import.errors.js';
import { HEADINGS, headingOf } from './csv-headings.rules.js';
import type { CsvColumn, Heading } from './csv-headings.rules.js';
import { ImportRefused } from './import-refused.rules.js';
import { excerptOf } from './import-text.rules.js';

/** Columns behind these are not looked at. */
const MAX_COLUMNS = 200;

/** A column of options: `letter` by its place among them, `number` as its heading counts. */
export type OptionColumn = { place: number; letter: string; number: number };

/** Where each column stands. */
export type CsvColumns = {
  places: Partial<Record<CsvColumn, number>>;
  options: OptionColumn[];
  /** Columns of wrong answers only; the right one stands in the column of the answer. */
  wrong: number[];
  /** Whether the options were found by something less than a word for them. */
  optionsGuessed: boolean;
  /** A second column that may hold the answer, and the headings of both; null without one. */
  otherAnswer: { place: number; heading: string; other: string } | null;
  /** Headings that mean nothing here or repeat another. */
  ignored: string[];
};

type Placed = { heading: Heading; place: number; name: string };
type PlacedOption = Placed & { heading: Extract<Heading, { kind: 'option' | 'word' }> };

/** Whether a row names the columns that must be there. */
export function isHeading(cells: readonly string[]): boolean {
  const kinds = cells.slice(0, MAX_COLUMNS).map(headingOf);
  return (['text', 'answer'] as const).every((column) =>
    kinds.some((heading) => heading.kind === 'column' && heading.column === column),
  );
}

/** Reads the heading line: Vietnamese or English, with or without accents, in any order. Text and answer must be there. */
export function csvColumns(headings: readonly string[]): CsvColumns {
  const placed = headings
    .slice(0, MAX_COLUMNS)
    .map((name, place): Placed => ({ heading: headingOf(name), place, name }));
  const { places, beaten } = columnPlaces(placed);
  const missing = (['text', 'answer'] as const).filter((column) => places[column] === undefined);
  if (missing.length > 0) {
    const names = missing.map((column) => MISSING[column]).join(', ');
    throw new ImportRefused(importWrongColumns, { missing: names, found: excerptOf(headings.join(', ')) });
  }
  const second = placed.find(({ heading, place }) => isAnswer(heading) && place !== places.answer);
  const { options, isGuess } = optionColumns(placed);
  const wrong = options.length > 0 ? [] : placed.filter(({ heading }) => heading.kind === 'wrong');
  const used = new Set([...options, ...wrong].map(({ place }) => place));
  const ignored = placed.filter(
    ({ heading, place }) =>
      place !== second?.place &&
      heading.kind !== 'silent' &&
      (heading.kind === 'column' ? beaten.has(place) : !used.has(place)),
  );
  return {
    places,
    options,
    wrong: wrong.map(({ place }) => place),
    optionsGuessed: isGuess,
    otherAnswer: second
      ? {
          place: second.place,
          heading: excerptOf(headings[places.answer ?? 0] ?? '', 60),
          other: excerptOf(second.name, 60),
        }
      : null,
    ignored: ignored.map(({ name }) => excerptOf(name, 60)),
  };
}

const isAnswer = (heading: Heading) => heading.kind === 'column' && heading.column === 'answer';

/** What messages call the two columns that must be there. */
const MISSING = { text: HEADINGS.text[1], answer: 'đáp án' };

/** Of two columns for one thing the more exact heading wins, of two equal ones the first. */
function columnPlaces(placed: readonly Placed[]) {
  const best: Partial<Record<CsvColumn, { place: number; rank: number }>> = {};
  const beaten = new Set<number>();
  for (const { heading, place } of placed) {
    if (heading.kind !== 'column') continue;
    const { column, rank } = heading;
    const before = best[column];
    if (before) beaten.add(before.rank <= rank ? place : before.place);
    if (!before || rank < before.rank) best[column] = { place, rank };
  }
  const places: Partial<Record<CsvColumn, number>> = {};
  for (const column of Object.keys(HEADINGS)) {
    if (isColumn(column) && best[column]) places[column] = best[column].place;
  }
  return { places, beaten };
}

/** The largest family of running headings: with a word for options, or with any other where there is none. */
function optionColumns(placed: readonly Placed[]): { options: OptionColumn[]; isGuess: boolean } {
  const running = placed.filter((column): column is PlacedOption => 'word' in column.heading);
  const named = running.filter(({ heading }) => heading.kind === 'option');
  if (named.length > 0) return { options: lettered(named), isGuess: countsFromZero(named) };
  const families = new Map<string, PlacedOption[]>();
  for (const column of running) {
    const { word, isLetter } = column.heading;
    const key = `${word} ${isLetter}`;
    families.set(key, [...(families.get(key) ?? []), column]);
  }
  const complete = [...families.values()].filter((family) =>
    runs(family.map(({ heading }) => heading.number)),
  );
  const [largest] = complete.toSorted((one, other) => other.length - one.length);
  if (!largest) return { options: [], isGuess: false };
  return { options: lettered(largest), isGuess: largest.some(({ heading }) => heading.word !== '') };
}

/** At least two, counted without a gap from 0 or 1. */
function runs(numbers: readonly number[]): boolean {
  const sorted = numbers.toSorted((one, other) => one - other);
  const start = sorted[0] ?? 2;
  return start <= 1 && numbers.length > 1 && sorted.every((number, index) => number === start + index);
}

function lettered(columns: readonly PlacedOption[]): OptionColumn[] {
  const shift = countsFromZero(columns) ? 1 : 0;
  const seen = new Set<number>();
  const options: OptionColumn[] = [];
  for (const { place, heading } of columns) {
    if (seen.has(heading.number)) continue;
    seen.add(heading.number);
    const letter = String.fromCharCode(64 + heading.number + shift);
    options.push({ place, letter, number: heading.number });
  }
  return options.toSorted((one, other) => one.number - other.number);
}

const countsFromZero = (columns: readonly PlacedOption[]) =>
  columns.some(({ heading }) => heading.number === 0);

function isColumn(name: string): name is CsvColumn {
  return Object.hasOwn(HEADINGS, name);
}
