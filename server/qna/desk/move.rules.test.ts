import { describe, expect, it } from 'vitest';
import { boardInquiry as question } from '../../../test/support/board-inquiry.js';
import type { BoardInquiry } from '../inquiry/change.rules.js';
import {
  isAudited,
  isQuiet,
  planMove,
  planQuiet,
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

describe('what is entered', () => {
  const waiting = question({ state: 'pending' });

  it('declines with the reason and the note, and tells the author', () => {
    const { changes, steps } = moved(waiting, { kind: 'decline', reason: 'personal', note: 'Xin gặp riêng' });
    expect(changes[0]?.after).toEqual({
      state: 'declined',
      declineReason: 'personal',
      declineNote: 'Xin gặp riêng',
    });
    expect(steps).toEqual([{ id: waiting.id, kind: 'declined' }]);
  });

  it('approves as it is where nobody words it anew', () => {
    const { changes, steps } = moved(waiting, { kind: 'approve' });
    expect(changes[0]?.after).toEqual({ state: 'approved' });
    expect(steps.map(({ kind }) => kind)).toEqual(['approved']);
    expect(moved(waiting, { kind: 'edit', text: waiting.text })).toMatchObject({
      changes: [{ after: {} }],
      steps: [],
    });
  });

  it('ends the answer on air with its seconds, and who gave it', () => {
    const answeringSince = new Date(now.getTime() - 61_999);
    const inquiry = question({ state: 'answering', answeringSince, answerer: 'Chị Yến' });
    const floor = { ...emptyFloor, answering: inquiry };
    const { changes, steps } = moved(inquiry, { kind: 'answered', text: 'Tóm tắt' }, floor);
    expect(changes).toHaveLength(1);
    expect(changes[0]?.after).toEqual({
      state: 'answered',
      answeringSince: null,
      answerHow: 'on_air',
      answerText: 'Tóm tắt',
      answeredBy: 'Chị Yến',
      answeredAt: now,
      answerSeconds: 61,
    });
    expect(steps).toEqual([{ id: inquiry.id, kind: 'answered_on_air' }]);
  });

  it('answers in writing at once, and what came next is next no more', () => {
    const inquiry = question({ isNext: true });
    const { changes, steps } = moved(inquiry, { kind: 'answer_in_writing', text: 'Có', by: 'Ban A' });
    expect(changes[0]?.after).toEqual({
      state: 'answered',
      isNext: false,
      answerHow: 'in_writing',
      answerText: 'Có',
      answeredBy: 'Ban A',
      answeredAt: now,
    });
    expect(steps).toEqual([{ id: inquiry.id, kind: 'answered_in_writing' }]);
  });

  it('is a label once however often it is given, or a note, and nobody is told', () => {
    const inquiry = question();
    const labelled = moved(inquiry, { kind: 'label', labels: ['Lương', 'Nhà ở', 'Lương'] });
    expect(labelled).toMatchObject({ changes: [{ after: { labels: ['Lương', 'Nhà ở'] } }], steps: [] });
    expect(moved(inquiry, { kind: 'note', note: 'Ghi' })).toMatchObject({
      changes: [{ after: { note: 'Ghi' } }],
      steps: [],
    });
  });
});

describe('a place of which there is one', () => {
  const [answering, next] = [
    question({ state: 'answering', answeringSince: now }),
    question({ isNext: true }),
  ];
  const floor = { answering, next, now };

  it('is left to who has it by every move that does not want it', () => {
    const inquiry = question();
    for (const move of [
      { kind: 'note', note: 'Ghi' },
      { kind: 'next', on: false },
      { kind: 'answer_in_writing', text: 'Có', by: 'Ban A' },
    ] as const)
      expect(moved(inquiry, move, floor).changes.map(({ id }) => id)).toEqual([inquiry.id]);
  });

  it('is taken by one move each: the floor leaves what comes next, and the other way round', () => {
    const inquiry = question();
    const ids = (move: Move) => moved(inquiry, move, floor).changes.map(({ id }) => id);
    expect(ids({ kind: 'answer_now' })).toEqual([answering.id, inquiry.id]);
    expect(ids({ kind: 'next', on: true })).toEqual([next.id, inquiry.id]);
  });

  it('is not taken from the question itself', () => {
    expect(moved(next, { kind: 'next', on: true }, floor).changes).toHaveLength(1);
    expect(moved(next, { kind: 'answer_now' }, { ...floor, answering: null }).changes).toHaveLength(1);
  });
});

describe('moves that leave every question as it is', () => {
  it('are those of the room, and keeping two questions apart', () => {
    const id = question().id;
    const seen = { inquiryId: id, rev: 1 };
    expect(isQuiet({ kind: 'accepting', on: true })).toBe(true);
    expect(isQuiet({ kind: 'voting', on: true })).toBe(true);
    expect(isQuiet({ kind: 'project', inquiryId: id })).toBe(true);
    expect(isQuiet({ kind: 'apart', inquiryIds: [id, question().id] })).toBe(true);
    expect(isQuiet({ kind: 'approve', ...seen })).toBe(false);
    expect(isQuiet({ kind: 'next', on: true, ...seen })).toBe(false);
  });

  it('set of the room only what they name', () => {
    const { id } = question();
    expect(planQuiet({ kind: 'project', inquiryId: id }).room).toStrictEqual({ projectedId: id });
    expect(planQuiet({ kind: 'project', inquiryId: null }).room).toStrictEqual({ projectedId: null });
    expect(planQuiet({ kind: 'project', blackout: true }).room).toStrictEqual({ blackout: true });
    expect(planQuiet({ kind: 'project', dark: false }).room).toStrictEqual({ dark: false });
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
  it('puts a question that waits on air and tells its author of both steps', () => {
    const inquiry = question({ state: 'pending' });
    const { changes, steps } = moved(inquiry, { kind: 'answer_now', by: 'Chị Yến' });
    expect(changes[0]?.after).toMatchObject({ state: 'answering', answerer: 'Chị Yến' });
    expect(steps.map(({ kind }) => kind)).toEqual(['approved', 'answering']);
    const approved = moved(question({ state: 'approved' }), { kind: 'answer_now' });
    expect(approved.steps.map(({ kind }) => kind)).toEqual(['answering']);
  });

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
