import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownInquiries, type OwnInquiry } from '../../../../shared/qna/inquiry.schema.js';
import { TestApp } from '../../../support/app.js';
import { ask, newSession } from '../../../support/qna.js';
import { done, hall, merged, undo, type Hall } from '../../../support/qna-desk.js';
import type { Agent } from '../../../support/world.js';

let world: TestApp;
let here: Hall;
let author: Agent;
beforeAll(async () => {
  world = await TestApp.start();
  here = await hall(world);
  author = await world.member();
});
afterAll(() => world.stop());

type Asked = { id: string; key: string };

async function ownOf(sessionId: string, { id, key }: Asked): Promise<OwnInquiry> {
  const path = `/api/qna-sessions/${sessionId}/own-inquiries`;
  const { items } = ownInquiries.parse((await author.post(path, { keys: [key] }).expect(200)).body);
  const found = items.find((item) => item.id === id);
  if (!found) throw new Error('not one’s own');
  return found;
}

const stepsOf = async (sessionId: string, asked: Asked): Promise<string[]> =>
  (await ownOf(sessionId, asked)).steps.map(({ kind }) => kind);

/** A question merged into somebody else's, with a name or without. */
async function pair({ anonymous = false }: { anonymous?: boolean } = {}) {
  const { id } = await newSession(world, here.owner);
  const [target, mine] = [await ask(here.member, id), await ask(author, id, { anonymous })];
  const merge = await merged(here.owner, id, { targetId: target.id, inquiryIds: [mine.id] });
  const before = (await stepsOf(id, mine)).length;
  const since = async (): Promise<string[]> => (await stepsOf(id, mine)).slice(before);
  return { id, target, mine, merge, since };
}

describe('the author of a merged question', () => {
  it.each([{ anonymous: false }, { anonymous: true }])(
    'is told of every step of the one that is left, and reads its answer: %o',
    async (traits) => {
      const { id, target, mine, since } = await pair(traits);
      const { owner } = here;
      await done(owner, id, { kind: 'next', id: target.id, on: true });
      const now = await done(owner, id, { kind: 'answer_now', id: target.id });
      await undo(owner, now.moveId).expect(200);
      await done(owner, id, { kind: 'edit', id: target.id, text: 'Một câu gọn hơn?' });
      await done(owner, id, { kind: 'answer_now', id: target.id });
      await done(owner, id, { kind: 'answered', id: target.id, text: 'Có, từ tháng sau.' });
      expect(await since()).toEqual([
        'target_next',
        'target_answering',
        'target_undone',
        'target_edited',
        'target_answering',
        'target_answered_on_air',
      ]);
      const { mergedInto, answer, steps } = await ownOf(id, mine);
      expect(mergedInto).toMatchObject({ text: 'Một câu gọn hơn?', answer: { text: 'Có, từ tháng sau.' } });
      expect(answer).toBeNull();
      if (traits.anonymous)
        for (const { at } of steps) expect(Date.parse(at) % (5 * 60_000), 'a coarse time').toBe(0);
      await done(owner, id, { kind: 'return', id: target.id });
      await done(owner, id, { kind: 'decline', id: target.id, reason: 'no_time', note: '' });
      expect((await since()).slice(6)).toEqual(['target_returned', 'target_declined']);
    },
  );

  it('hears of an answer that ends because another begins', async () => {
    const { id, target, since } = await pair();
    const other = await ask(here.member, id);
    await done(here.owner, id, { kind: 'answer_now', id: target.id });
    await done(here.owner, id, { kind: 'answer_now', id: other.id });
    expect(await since()).toEqual(['target_answering', 'target_answered_on_air']);
  });

  it('hears of a second merge, also two below, and nothing more once it is split', async () => {
    const { id, target, mine, since } = await pair();
    const root = await ask(here.member, id);
    await merged(here.owner, id, { targetId: root.id, inquiryIds: [target.id] });
    await done(here.owner, id, { kind: 'answer_in_writing', id: root.id, text: 'Có.', by: 'Ban tổ chức' });
    expect(await since()).toEqual(['target_merged', 'target_answered_in_writing']);
    await done(here.owner, id, { kind: 'split', id: mine.id });
    await done(here.owner, id, { kind: 'answered', id: root.id, text: 'Có, đã sửa.' });
    await done(here.owner, id, { kind: 'return', id: root.id });
    expect((await since()).slice(2)).toEqual(['split']);
  });

  it('hears once that a merge above was taken back, also where that gave the one that is left its words again', async () => {
    const { id, target, since } = await pair();
    const root = await ask(here.member, id);
    const above = { targetId: root.id, inquiryIds: [target.id], text: 'Gọn hơn?' };
    const { moveId } = await merged(here.owner, id, above);
    await undo(here.owner, moveId).expect(200);
    expect(await since()).toEqual(['target_merged', 'target_undone']);
  });

  it('is told that another one was merged into it by another word than the one that was merged', async () => {
    const { id, mine, merge } = await pair();
    await undo(here.owner, merge.moveId).expect(200);
    const other = await ask(here.member, id);
    await merged(here.owner, id, { targetId: mine.id, inquiryIds: [other.id] });
    expect((await stepsOf(id, mine)).slice(-3)).toEqual(['merged', 'undone', 'joined']);
  });

  it('does not count as shown because the question it is merged into is', async () => {
    const { id } = await newSession(world, here.owner, { moderation: 'before' });
    const [target, mine] = [await ask(here.member, id), await ask(author, id)];
    await merged(here.owner, id, { targetId: target.id, inquiryIds: [mine.id] });
    await done(here.owner, id, { kind: 'approve', id: target.id });
    expect((await stepsOf(id, mine)).at(-1)).toBe('target_approved');
    const [{ count }] = await world.database.query(
      `SELECT count(*)::int AS count FROM inquiry_step WHERE inquiry_id = $1 AND kind = 'approved'`,
      [mine.id],
    );
    expect(count).toBe(0);
  });
});

describe('the author of the question that is kept', () => {
  it('reads of what was merged into it as long as it is', async () => {
    const { id } = await newSession(world, here.owner);
    const [mine, one, two, three] = [
      await ask(author, id, { anonymous: true }),
      await ask(here.member, id),
      await ask(here.member, id),
      await ask(here.member, id),
    ];
    const joined = async () => (await stepsOf(id, mine)).filter((kind) => kind === 'joined').length;
    const into = (inquiryIds: string[]) => merged(here.owner, id, { targetId: mine.id, inquiryIds });
    const first = await into([one.id, two.id]);
    expect(await joined()).toBe(1);
    const second = await into([three.id]);
    expect(await joined()).toBe(2);
    await undo(here.owner, second.moveId).expect(200);
    expect(await joined()).toBe(1);
    await undo(here.owner, first.moveId).expect(200);
    expect(await joined()).toBe(0);
    await into([one.id, two.id]);
    await done(here.owner, id, { kind: 'split', id: one.id });
    expect(await joined()).toBe(1);
    const apart = await done(here.owner, id, { kind: 'split', id: two.id });
    expect(await joined()).toBe(0);
    await undo(here.owner, apart.moveId).expect(200);
    expect(await joined()).toBe(1);
    const { steps } = await ownOf(id, mine);
    for (const { at } of steps) expect(Date.parse(at) % (5 * 60_000), 'a coarse time').toBe(0);
  });
});
