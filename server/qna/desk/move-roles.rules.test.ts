import { describe, expect, it } from 'vitest';
import type { DeskMoveKind } from '../../../shared/qna/desk.schema.js';
import { INQUIRY_STATES, type InquiryState } from '../../../shared/qna/inquiry.schema.js';
import { DESK_ROLES } from '../../../shared/qna/session.schema.js';
import { mayEver, mayTakeBack, MOVES, refusalOf } from './move.rules.js';

describe('who may do what', () => {
  const kinds = Object.keys(MOVES) as (keyof typeof MOVES)[];
  const allowed = (role: (typeof DESK_ROLES)[number], kind: DeskMoveKind): InquiryState[] =>
    INQUIRY_STATES.filter((state) => refusalOf(role, kind, state) === null);

  it('nobody moves what was withdrawn', () => {
    for (const role of DESK_ROLES)
      for (const kind of kinds) expect(refusalOf(role, kind, 'withdrawn')).not.toBeNull();
  });

  it('the host may whatever anybody may', () => {
    for (const kind of kinds)
      for (const state of INQUIRY_STATES)
        if (MOVES[kind][state]) expect(refusalOf('host', kind, state)).toBeNull();
  });

  it('those who read questions decide what is shown, and do not lead the floor', () => {
    expect(kinds.filter((kind) => allowed('triage', kind).length > 0)).toEqual([
      'approve',
      'edit',
      'decline',
      'return',
      'merge',
      'split',
      'apart',
      'label',
    ]);
    expect(allowed('triage', 'return')).toEqual(['declined']);
  });

  it('the scribe writes down, and decides nothing', () => {
    expect(kinds.filter((kind) => allowed('scribe', kind).length > 0)).toEqual([
      'answered',
      'answer_in_writing',
      'label',
      'note',
      'answerer',
    ]);
    expect(allowed('scribe', 'answered')).toEqual(['answered']);
  });

  it('the host alone opens, closes and projects, whatever the questions are', () => {
    for (const kind of ['accepting', 'voting', 'project'] as const)
      expect(DESK_ROLES.filter((role) => mayEver(role, kind) && mayTakeBack(role, kind, undefined))).toEqual([
        'host',
      ]);
    expect(allowed('host', 'project')).toEqual(['approved', 'answering', 'answered']);
    expect(refusalOf('host', 'project', 'pending')).toEqual({ refused: 'state', state: 'pending' });
  });

  it('a role that never may hears so, and one that may hears of the state', () => {
    expect(refusalOf('scribe', 'approve', 'approved')).toEqual({ refused: 'role' });
    expect(refusalOf('triage', 'approve', 'approved')).toEqual({ refused: 'state', state: 'approved' });
    expect(refusalOf('triage', 'return', 'answering')).toEqual({ refused: 'role' });
  });
});

/** By hand: what may be done to a question that is pending, approved, answering, answered, declined, merged; by whom. */
const MAY: Record<keyof typeof MOVES, [who: string, ...states: InquiryState[]][]> = {
  approve: [['host triage', 'pending']],
  edit: [['host triage', 'pending', 'approved', 'answering', 'answered']],
  decline: [['host triage', 'pending', 'approved']],
  next: [['host', 'approved']],
  answer_now: [
    ['host', 'pending'],
    ['host', 'approved'],
  ],
  answered: [
    ['host', 'answering'],
    ['host scribe', 'answered'],
  ],
  answer_in_writing: [['host scribe', 'approved', 'answered']],
  return: [
    ['host', 'answering', 'answered'],
    ['host triage', 'declined'],
  ],
  merge: [['host triage', 'pending', 'approved']],
  split: [['host triage', 'merged']],
  apart: [['host triage', 'pending', 'approved', 'answering', 'answered', 'declined', 'merged']],
  label: [['host triage scribe', 'pending', 'approved', 'answering', 'answered', 'declined', 'merged']],
  note: [['host scribe', 'pending', 'approved', 'answering', 'answered', 'declined', 'merged']],
  answerer: [['host scribe', 'pending', 'approved', 'answering', 'answered']],
  project: [['host', 'approved', 'answering', 'answered']],
};

describe.each(Object.entries(MAY) as [keyof typeof MOVES, (typeof MAY)['edit']][])('%s', (kind, rows) => {
  it.each(INQUIRY_STATES)('from %s, and taken back from there', (state) => {
    const row = rows.find(([, ...states]) => states.includes(state));
    const may = DESK_ROLES.filter((role) => row?.[0].split(' ').includes(role));
    expect(DESK_ROLES.filter((role) => refusalOf(role, kind, state) === null)).toEqual(may);
    if (row) expect(DESK_ROLES.filter((role) => mayTakeBack(role, kind, state))).toEqual(may);
  });
});
