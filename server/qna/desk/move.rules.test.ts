import { describe, expect, it } from 'vitest';
import type { DeskMoveKind } from '../../../shared/qna/desk.schema.js';
import { INQUIRY_STATES, type InquiryState } from '../../../shared/qna/inquiry.schema.js';
import { DESK_ROLES } from '../../../shared/qna/session.schema.js';
import { boardInquiry as question } from '../../../test/support/board-inquiry.js';
import type { BoardInquiry } from '../inquiry/change.rules.js';
import {
  isAudited,
  mayEver,
  mayTakeBack,
  MOVES,
  planMove,
  planQuiet,
  refusalOf,
  strangeLabels,
  type Floor,
  type SimpleMove,
} from './move.rules.js';

const now = new Date('2026-11-19T07:10:00Z');
const emptyFloor: Floor = { answering: null, next: null, now };

type Move = SimpleMove extends infer One
  ? One extends SimpleMove
    ? Omit<One, 'rev' | 'inquiryId'>
    : never
  : never;
const moved = (inquiry: BoardInquiry, move: Move, floor: Floor = emptyFloor) =>
  planMove({ ...move, inquiryId: inquiry.id, rev: inquiry.rev }, inquiry, floor);

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
  answer_now: [['host', 'approved']],
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

describe('labels', () => {
  it('are those of the session, and those the question has already', () => {
    const given = { offered: ['Lương', 'Nhà ở'], kept: ['Đã bỏ'] };
    expect(strangeLabels(['Lương', 'Đã bỏ'], given)).toEqual([]);
    expect(strangeLabels(['lương', 'Nhà ở', 'Bịa'], given)).toEqual(['lương', 'Bịa']);
  });
});

describe('a move that leaves every question as it is', () => {
  it('says what the room is to be, and touches nothing else', () => {
    const inquiryId = question().id;
    const quiet = { changes: [], steps: [] };
    expect(planQuiet({ kind: 'accepting', on: false })).toEqual({ ...quiet, room: { accepting: false } });
    expect(planQuiet({ kind: 'voting', on: true })).toEqual({ ...quiet, room: { voting: true } });
    expect(planQuiet({ kind: 'project', inquiryId, blackout: false, dark: true })).toEqual({
      ...quiet,
      room: { projectedId: inquiryId, blackout: false, dark: true },
    });
    expect(planQuiet({ kind: 'apart', inquiryIds: [inquiryId, question().id] })).toEqual({
      ...quiet,
      room: {},
    });
  });

  it('is not taking the floor, which has the projector follow where that is asked for', () => {
    expect(moved(question(), { kind: 'answer_now' }).room).toEqual({});
    expect(moved(question(), { kind: 'answer_now', follow: true }).room).toEqual({
      projectedId: null,
      blackout: false,
    });
  });
});

describe('naming who answers', () => {
  it('before the answer changes who is to answer; afterwards also who did', () => {
    const coming = moved(question({ answerer: 'Anh Huy' }), { kind: 'answerer', by: 'Chị Yến' });
    expect(coming.changes[0]?.after).toEqual({ answerer: 'Chị Yến' });
    const done = {
      state: 'answered',
      answerHow: 'on_air',
      answerer: 'Anh Huy',
      answeredBy: 'Anh Huy',
    } as const;
    const named = moved(question(done), { kind: 'answerer', by: 'Chị Yến' });
    expect(named.changes[0]?.after).toEqual({ answerer: 'Chị Yến', answeredBy: 'Chị Yến' });
    expect(named.steps).toEqual([]);
  });
});

describe('what is written to the log', () => {
  it.each([
    ['edit', true],
    ['decline', true],
    ['merge', true],
    ['accepting', true],
    ['voting', true],
    ['approve', false],
    ['note', false],
    ['answer_now', false],
  ] as const)('%s: %s', (kind, audited) => {
    expect(isAudited(kind, [{ state: 'approved' }, {}])).toBe(audited);
  });

  it('is whatever changes somebody’s words', () => {
    expect(isAudited('approve', [{ state: 'approved' }, { text: '' }])).toBe(true);
    expect(isAudited('approve', [])).toBe(false);
  });
});

describe('a move', () => {
  it('approves with a shorter text and keeps the original, once', () => {
    const inquiry = question({ state: 'pending' });
    const { changes, steps } = moved(inquiry, { kind: 'approve', text: 'Bao giờ?' });
    expect(changes).toEqual([
      {
        id: inquiry.id,
        before: { state: 'pending', text: inquiry.text, originalText: null, edited: false },
        after: { state: 'approved', text: 'Bao giờ?', originalText: inquiry.text, edited: true },
      },
    ]);
    expect(steps.map(({ kind }) => kind)).toEqual(['edited', 'approved']);
    const again = moved(question({ text: 'Hai', originalText: 'Một', edited: true }), {
      kind: 'edit',
      text: 'Ba',
    });
    expect(again.changes[0]?.after).toEqual({ text: 'Ba' });
    const back = moved(question({ text: 'Hai', originalText: 'Một', edited: true }), {
      kind: 'edit',
      text: 'Một',
    });
    expect(back.changes[0]?.after).toEqual({ text: 'Một', originalText: null, edited: false });
  });

  it('that takes the floor answers what was on it, with its seconds', () => {
    const answeringSince = new Date(now.getTime() - 95_500);
    const former = question({ state: 'answering', answeringSince, answerer: 'Chị Yến' });
    const next = question({ isNext: true });
    const { changes, steps } = moved(
      next,
      { kind: 'answer_now', by: 'Anh Huy' },
      { answering: former, next, now },
    );
    expect(changes.map(({ id, after }) => [id, after])).toEqual([
      [
        former.id,
        {
          state: 'answered',
          answeringSince: null,
          answerHow: 'on_air',
          answeredBy: 'Chị Yến',
          answeredAt: now,
          answerSeconds: 95,
        },
      ],
      [next.id, { state: 'answering', isNext: false, answeringSince: now, answerer: 'Anh Huy' }],
    ]);
    expect(steps.map(({ kind }) => kind)).toEqual(['answered_on_air', 'answering']);
  });

  it('says what is next instead of another', () => {
    const [former, inquiry] = [question({ isNext: true }), question()];
    const floor = { ...emptyFloor, next: former };
    const { changes, steps } = moved(inquiry, { kind: 'next', on: true }, floor);
    expect(changes.map(({ id, after }) => [id, after])).toEqual([
      [former.id, { isNext: false }],
      [inquiry.id, { isNext: true }],
    ]);
    expect(steps).toEqual([{ id: inquiry.id, kind: 'next' }]);
    expect(moved(former, { kind: 'next', on: false }, floor).steps).toEqual([]);
  });

  it('puts an answer right without touching how and when it was given', () => {
    const answer = {
      answerHow: 'on_air',
      answeredAt: now,
      answerSeconds: 80,
      answeredBy: 'Chị Yến',
    } as const;
    const inquiry = question({ state: 'answered', ...answer });
    const summed = moved(inquiry, { kind: 'answered', text: 'Tóm tắt' });
    expect(summed).toMatchObject({ changes: [{ after: { answerText: 'Tóm tắt' } }], steps: [] });
    const written = moved(inquiry, { kind: 'answer_in_writing', text: 'Trả lời', by: 'Ban A' });
    expect(written.changes[0]?.after).toEqual({ answerText: 'Trả lời', answeredBy: 'Ban A' });
  });

  it('that takes an answer or a refusal back leaves nothing of it', () => {
    const answer = {
      answerHow: 'in_writing',
      answeredAt: now,
      answerText: 'Có',
      answeredBy: 'Ban A',
    } as const;
    const returned = moved(question({ state: 'answered', ...answer }), { kind: 'return' });
    expect(returned.changes[0]?.after).toEqual({
      state: 'approved',
      answerHow: null,
      answeredAt: null,
      answerText: '',
      answeredBy: '',
    });
    const declined = question({ state: 'declined', declineReason: 'unclear', declineNote: 'Xin nói rõ' });
    expect(moved(declined, { kind: 'return' }).changes[0]?.after).toEqual({
      state: 'pending',
      declineReason: null,
      declineNote: '',
    });
  });
});
