import { expect, it } from 'vitest';
import {
  chosenCount,
  EVERYTHING,
  isChosen,
  NOTHING,
  selectionOf,
  standingCounts,
  standingOf,
  totalOf,
  withLineTurned,
} from './preview-items.rules.js';

const warning = { code: 'import.source_missing', params: {} };

it('lets a warning matter only for what can be imported', () => {
  expect(standingOf({ outcome: 'accepted', warnings: [] })).toBe('ready');
  expect(standingOf({ outcome: 'accepted', warnings: [warning] })).toBe('warned');
  const note = { code: 'csv.rows_above_heading', params: {} };
  expect(standingOf({ outcome: 'accepted', warnings: [note] })).toBe('ready');
  expect(standingOf({ outcome: 'duplicate', warnings: [warning] })).toBe('duplicate');
});

it('counts those that come as drafts among the accepted once', () => {
  const counts = standingCounts({
    counts: { accepted: 5, duplicate: 2, rejected: 1 },
    warned: 3,
    changed: 4,
  });
  expect(counts).toEqual({ ready: 2, warned: 3, changed: 4, duplicate: 2, rejected: 1 });
  expect(totalOf(counts)).toBe(12);
});

it('chooses everything but some lines, also of what nobody has looked at', () => {
  const choice = withLineTurned(withLineTurned(withLineTurned(EVERYTHING, 4), 9), 9);
  expect([isChosen(choice, 4), isChosen(choice, 5)]).toEqual([false, true]);
  expect(chosenCount(choice, 5_000)).toBe(4_999);
  expect(selectionOf(choice, NOTHING)).toEqual({
    lines: 'all',
    except: [4],
    changed: { lines: [], except: [] },
  });
});

it('chooses nothing but some lines', () => {
  const choice = withLineTurned(NOTHING, 4);
  expect([isChosen(choice, 4), isChosen(choice, 5), chosenCount(choice, 5_000)]).toEqual([true, false, 1]);
  expect(selectionOf(choice, EVERYTHING)).toEqual({
    lines: [4],
    except: [],
    changed: { lines: 'all', except: [] },
  });
});
