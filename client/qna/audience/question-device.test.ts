import { describe, expect, it } from 'vitest';
import { authorKey } from '../../../shared/qna/inquiry.schema.js';
import { participantId } from '../../../shared/qna/session.schema.js';
import { ApiFailure } from '../../platform/api-failure.js';
import { openMemory } from '../../platform/outbox-store.js';
import { makeAuthorKey } from './author-key.js';
import { QuestionDevice } from './question-device.js';

const [me, next] = ['0198f0a0-0000-7000-8000-000000000001', '0198f0a0-0000-7000-8000-000000000002'].map(
  (id) => participantId.parse(id),
);
const place = (sessionId: string, personId = me) => ({ sessionId, personId: personId as never });
const stores = () => ({ questions: openMemory(), keys: openMemory(), drafts: openMemory() });

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
    await before.keepDraft('Câu đang gõ');
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
    await before.keepDraft('Câu đang gõ');
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
    const refuse = () => Promise.reject(new ApiFailure({ code: 'qna.ask_slower', status: 429 }));
    await device.outbox.drain(refuse);
    expect(device.outbox.pending()[0]?.refusal?.code).toBe('qna.ask_slower');
    await device.again(key);
    expect(device.outbox.pending()[0]?.refusal).toBeUndefined();
    await device.outbox.drain(refuse);
    await device.forget(key);
    const after = await QuestionDevice.open(place('one'), kept);
    expect([after.keys(), after.outbox.pending()]).toEqual([[], []]);
  });
});
