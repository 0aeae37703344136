import { describe, expect, it, vi } from 'vitest';
import { authorKey, type AskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import { participantId } from '../../../../shared/qna/session.schema.js';
import { ApiFailure, networkFailure } from '../../../platform/api/api-failure.js';
import { openMemory } from '../../../platform/keep/outbox-store.js';
import { makeAuthorKey } from './author-key.js';
import { QuestionDevice } from './question-device.js';

const [me, next] = ['0198f0a0-0000-7000-8000-000000000001', '0198f0a0-0000-7000-8000-000000000002'].map(
  (id) => participantId.parse(id),
);
const place = (sessionId: string, personId = me) => ({ sessionId, personId: personId as never });

/** What the pages of one device share. */
function stores() {
  const drafts = new Map<string, string>();
  const turns = new Set<string>();
  return {
    questions: openMemory(),
    keys: openMemory(),
    drafts: {
      read: (name: string) => drafts.get(name) ?? '',
      write: (name: string, text: string) => void drafts.set(name, text),
    },
    turns: {
      take: async (name: string) => !turns.has(name) && turns.add(name).has(name),
      end: async (name: string) => void turns.delete(name),
    },
  };
}

describe('keys', () => {
  it('are what the contract takes, and differ', () => {
    const keys = Array.from({ length: 50 }, () => makeAuthorKey());
    for (const key of keys) expect(authorKey.safeParse(key).success).toBe(true);
    expect(new Set(keys).size).toBe(50);
  });

  it('use all 64 letters without those an address would need to escape', () => {
    expect(makeAuthorKey((bytes) => bytes.fill(255))).toBe('_'.repeat(42) + '8');
  });
});

describe('the device', () => {
  it('still holds key, question and draft after a reload, each session its own', async () => {
    const kept = stores();
    const before = await QuestionDevice.open(place('one'), kept);
    const key = await before.put('Bao giờ có bản tin mới?', true);
    before.keepDraft('Câu đang gõ');
    const after = await QuestionDevice.open(place('one'), kept);
    expect(after.keys()).toEqual([key]);
    expect(after.outbox.pending().map(({ value }) => value)).toEqual([
      { key, text: 'Bao giờ có bản tin mới?', anonymous: true, by: me },
    ]);
    expect(after.draft).toBe('Câu đang gõ');
    const other = await QuestionDevice.open(place('two'), kept);
    expect([other.keys(), other.outbox.pending(), other.draft]).toEqual([[], [], '']);
  });

  it('shows nothing of it to whoever signs in on it next', async () => {
    const kept = stores();
    const before = await QuestionDevice.open(place('one'), kept);
    await before.put('Câu này là của tôi?', true);
    before.keepDraft('Câu đang gõ');
    const after = await QuestionDevice.open(place('one', next), kept);
    expect([after.keys(), after.outbox.pending(), after.draft]).toEqual([[], [], '']);
  });

  it('keeps the key when the question has arrived', async () => {
    const kept = stores();
    const device = await QuestionDevice.open(place('one'), kept);
    const key = await device.put('Hỏi một câu', false);
    await device.outbox.drain(async () => undefined);
    const after = await QuestionDevice.open(place('one'), kept);
    expect(after.outbox.pending()).toEqual([]);
    expect(after.keys()).toEqual([key]);
  });

  it('sends a question that no answer came for once more under the same key', async () => {
    const kept = stores();
    const device = await QuestionDevice.open(place('one'), kept);
    const key = await device.put('Hỏi một câu', false);
    const sent: string[] = [];
    const reloaded = await QuestionDevice.open(place('one'), kept);
    await reloaded.outbox.drain(async ({ value }) => void sent.push(value.key));
    expect(sent).toEqual([key]);
  });

  it('lets a refused question be tried again or given up', async () => {
    const kept = stores();
    const device = await QuestionDevice.open(place('one'), kept);
    const key = await device.put('Hỏi một câu', false);
    const refuse = () => Promise.reject(new ApiFailure({ code: 'qna.must_be_anonymous', status: 409 }));
    await device.outbox.drain(refuse);
    expect(device.outbox.pending()[0]?.refusal?.code).toBe('qna.must_be_anonymous');
    await device.again(key);
    expect(device.outbox.pending()[0]?.refusal).toBeUndefined();
    await device.outbox.drain(refuse);
    await device.forget(key);
    const after = await QuestionDevice.open(place('one'), kept);
    expect([after.keys(), after.outbox.pending()]).toEqual([[], []]);
  });
});

describe('a question that is refused only for now', () => {
  it.each([
    ['qna.not_accepting', 409],
    ['qna.asked_enough', 409],
    ['qna.other_person', 409],
    ['qna.removed', 403],
    ['auth.required', 401],
    ['internal', 500],
  ])('(%s) stays and goes out once it is taken', async (code, status) => {
    const device = await QuestionDevice.open(place('one'), stores());
    await device.put('Hỏi một câu', false);
    let isTaken = false;
    const sent = device.send(async () => {
      if (!isTaken) throw new ApiFailure({ code, status });
    });
    await expect.poll(() => device.outbox.pending()[0]).toMatchObject({ refusal: { code }, waiting: true });
    isTaken = true;
    device.outbox.retryNow();
    await sent;
    expect(device.outbox.pending()).toEqual([]);
  });
});

describe('two pages of one person', () => {
  async function twoPages() {
    const kept = stores();
    const [one, other] = [
      await QuestionDevice.open(place('one'), kept),
      await QuestionDevice.open(place('one'), kept),
    ];
    const sent: string[] = [];
    const posts: (() => void)[] = [];
    /** Under way until `posts` lets it arrive. */
    const post = async ({ text }: AskInquiry) => {
      sent.push(text);
      await new Promise<void>((resolve) => posts.push(resolve));
    };
    return { kept, one, other, sent, posts, post };
  }

  it('both show what one of them asks, and that it has arrived', async () => {
    const { one, other } = await twoPages();
    const key = await one.put('Hỏi một câu', true);
    await expect.poll(() => other.keys()).toEqual([key]);
    await expect.poll(() => other.outbox.pending().map(({ value }) => value.key)).toEqual([key]);
    const heard = other.heard();
    await one.send(async () => undefined);
    await expect.poll(() => other.outbox.pending()).toEqual([]);
    expect(other.keys()).toEqual([key]);
    expect(other.heard()).toBeGreaterThan(heard);
    expect(one.heard()).toBe(0);
  });

  it('send a question once, and keep one that the other gave up from going out', async () => {
    const { kept, one, other, sent, posts, post } = await twoPages();
    await one.put('Câu thứ nhất', false);
    await expect.poll(() => other.outbox.pending()).toHaveLength(1);
    const sending = [one.send(post), other.send(post)];
    await expect.poll(() => posts).toHaveLength(1);
    posts[0]?.();
    await expect.poll(() => one.outbox.pending()).toEqual([]);
    other.outbox.retryNow();
    await Promise.all(sending);
    expect(sent).toEqual(['Câu thứ nhất']);
    expect([other.outbox.pending(), await kept.questions.all()]).toEqual([[], []]);

    const key = await one.put('Câu thứ hai', false);
    await expect.poll(() => other.outbox.pending()).toHaveLength(1);
    await one.forget(key);
    await other.send(post);
    expect(sent).toEqual(['Câu thứ nhất']);
    await expect.poll(() => other.keys()).not.toContain(key);
  });

  it('lose nothing: what one has not sent the other sends, and a lost try leaves it to whoever is first', async () => {
    const { one, other, sent, posts, post } = await twoPages();
    await one.put('Câu còn lại', false);
    await expect.poll(() => other.outbox.pending()).toHaveLength(1);
    const lost = vi.fn(() => Promise.reject(networkFailure()));
    void one.send(lost);
    await expect.poll(() => lost.mock.calls.length).toBeGreaterThan(0);
    const sending = other.send(post);
    await expect.poll(() => posts).toHaveLength(1);
    posts[0]?.();
    await sending;
    await expect.poll(() => one.outbox.pending()).toEqual([]);
    expect([sent, lost.mock.calls.length]).toEqual([['Câu còn lại'], 1]);
  });

  it('of another session, or of another person, hear nothing', async () => {
    const { kept, one, other } = await twoPages();
    const strangers = [
      await QuestionDevice.open(place('two'), kept),
      await QuestionDevice.open(place('one', next), kept),
    ];
    one.tell();
    await expect.poll(() => other.heard()).toBe(1);
    expect(strangers.map((page) => page.heard())).toEqual([0, 0]);
  });
});
