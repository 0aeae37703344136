import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DeskMove, Moved } from '../../../shared/qna/desk.schema.js';
import { inquiryId } from '../../../shared/qna/session.schema.js';
import { ApiFailure } from '../../platform/api/api-failure.js';
import type { Seen } from './conflict.rules.js';
import { sendOnFreshGround } from './fresh-ground.js';

const id = inquiryId.parse('0192aaaa-0000-7000-8000-000000000001');
const seen: Seen = { id, rev: 7, state: 'approved', text: 'Câu hỏi', labels: [], answer: null };
const move: DeskMove = { kind: 'answer_now', inquiryId: id, rev: 7 };
const MOVED_ALREADY = new ApiFailure({ code: 'qna.moved_already', status: 409 });

/** A server where the question stands at a `rev`, and what it was asked for. */
function server(rev: number) {
  const asked: DeskMove[] = [];
  const answer = { moveId: '0192aaaa-0000-7000-8000-000000000002' } as Moved;
  const send = async (sent: DeskMove) => {
    asked.push(sent);
    if ('rev' in sent && sent.rev !== rev) throw MOVED_ALREADY;
    return answer;
  };
  return { asked, answer, send };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a move of a question that somebody changed meanwhile', () => {
  it('is sent once more for what it is now when it means the same', async () => {
    const there = server(8);
    const now = { ...seen, rev: 8, labels: ['Luật'] };
    expect(await sendOnFreshGround({ move, seen, send: there.send, read: () => now })).toBe(there.answer);
    expect(there.asked).toEqual([move, { ...move, rev: 8 }]);
  });

  it('waits for the news of the change', async () => {
    const there = server(8);
    let now = seen;
    const sending = sendOnFreshGround({ move, seen, send: there.send, read: () => now });
    await vi.advanceTimersByTimeAsync(500);
    now = { ...seen, rev: 8 };
    expect(there.asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(500);
    expect(await sending).toBe(there.answer);
  });

  it.each([
    ['its text is another', { ...seen, rev: 8, text: 'Câu khác' }],
    ['it was answered', { ...seen, rev: 8, state: 'answered' as const }],
    ['it is not there any more', undefined],
    ['nobody tells what changed', seen],
  ])('is refused when %s', async (_case, now) => {
    const there = server(8);
    const sending = sendOnFreshGround({ move, seen, send: there.send, read: () => now });
    const refused = expect(sending).rejects.toBe(MOVED_ALREADY);
    await vi.advanceTimersByTimeAsync(1_000);
    await refused;
    expect(there.asked).toEqual([move]);
  });

  it('is tried no third time', async () => {
    const there = server(9);
    const now = { ...seen, rev: 8 };
    await expect(sendOnFreshGround({ move, seen, send: there.send, read: () => now })).rejects.toBe(
      MOVED_ALREADY,
    );
    expect(there.asked).toHaveLength(2);
  });
});

it('leaves every other refusal as it is', async () => {
  const locked = new ApiFailure({ code: 'qna.locked', status: 409 });
  const send = vi.fn(() => Promise.reject(locked));
  await expect(sendOnFreshGround({ move, seen, send, read: () => ({ ...seen, rev: 8 }) })).rejects.toBe(
    locked,
  );
  expect(send).toHaveBeenCalledTimes(1);
});

it('sends a move of no question once', async () => {
  const send = vi.fn(() => Promise.reject(MOVED_ALREADY));
  const accepting: DeskMove = { kind: 'accepting', on: false };
  await expect(sendOnFreshGround({ move: accepting, seen: null, send, read: () => undefined })).rejects.toBe(
    MOVED_ALREADY,
  );
  expect(send).toHaveBeenCalledTimes(1);
});
