import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestApp } from '../../../support/app.js';
import { auditOf } from '../../../support/contest.js';
import { ask } from '../../../support/qna.js';
import {
  answers,
  contents,
  done,
  hall,
  merged,
  onDesk,
  undo,
  type Hall,
  type MoveOf,
} from '../../../support/qna-desk.js';

let world: TestApp;
let here: Hall;
beforeAll(async () => {
  world = await TestApp.start();
  here = await hall(world, { moderation: 'before' });
});
afterAll(() => world.stop());

const asked = async () => (await ask(here.member, here.id)).id;
async function approved(): Promise<string> {
  const id = await asked();
  await done(here.triage, here.id, { kind: 'approve', id });
  return id;
}

/** The board, and who is on the floor and next. */
async function everything() {
  const { live } = (await here.member.get(`/api/qna-sessions/${here.id}`)).body;
  return { rows: await contents(here.host, here.id), now: live.now, nextId: live.nextId };
}

describe('taking a move back', () => {
  it('restores exactly what was, for each kind of move', async () => {
    const [id, other] = [await approved(), await approved()];
    await done(here.host, here.id, { kind: 'next', id: other, on: true });
    const moves: MoveOf[] = [
      { kind: 'edit', text: 'Gọn hơn nhiều?' },
      { kind: 'label', labels: ['Lương'] },
      { kind: 'note', note: 'Nhớ hỏi lại' },
      { kind: 'answerer', by: 'Chị Yến' },
      { kind: 'next', on: true },
      { kind: 'decline', reason: 'personal', note: 'Xin gặp riêng' },
      { kind: 'answer_in_writing', text: 'Có, từ **tháng sau**.', by: 'Ban Tổ chức' },
      { kind: 'answer_now', by: 'Anh Huy' },
    ];
    for (const move of moves) {
      const before = await everything();
      const { moveId } = await done(here.host, here.id, { ...move, id });
      expect(await everything()).not.toEqual(before);
      expect((await undo(here.host, moveId)).status, move.kind).toBe(200);
      expect(await everything()).toEqual(before);
      expect((await undo(here.host, moveId)).body.code).toBe('qna.undo_too_late');
    }
  });

  it('goes back step by step, as far as one likes', async () => {
    const id = await asked();
    const states: unknown[] = [];
    const moveIds: string[] = [];
    const moves = [
      { kind: 'approve' },
      { kind: 'answer_now' },
      { kind: 'answered', text: 'Tóm tắt' },
      { kind: 'return' },
      { kind: 'decline', reason: 'other', note: '' },
      { kind: 'return' },
    ] as const;
    for (const move of moves) {
      states.push(await contents(here.host, here.id));
      moveIds.push((await done(here.host, here.id, { ...move, id })).moveId);
    }
    for (const moveId of moveIds.reverse()) {
      expect((await undo(here.host, moveId)).status).toBe(200);
      expect(await contents(here.host, here.id)).toEqual(states.pop());
    }
  });

  it('puts who was on the floor back there, and tells both authors', async () => {
    const [first, second] = [await ask(here.member, here.id), await ask(here.scribe, here.id)];
    for (const { id } of [first, second]) await done(here.triage, here.id, { kind: 'approve', id });
    await done(here.host, here.id, { kind: 'answer_now', id: first.id });
    const { moveId } = await done(here.host, here.id, { kind: 'answer_now', id: second.id });
    await undo(here.host, moveId).expect(200);
    expect(await onDesk(here.host, here.id, first.id)).toMatchObject({ state: 'answering', answer: null });
    expect(await onDesk(here.host, here.id, second.id)).toMatchObject({ state: 'approved' });
    const own = await here.member.post(`/api/qna-sessions/${here.id}/own-inquiries`, { keys: [first.key] });
    const mine = own.body.items.find(({ id }: { id: string }) => id === first.id);
    expect(mine.steps.map(({ kind }: { kind: string }) => kind).slice(-3)).toEqual([
      'answering',
      'answered_on_air',
      'undone',
    ]);
    await done(here.host, here.id, { kind: 'answered', id: first.id, text: '' });
  });

  it('comes too late when the question was moved, edited or withdrawn since, or the floor is taken', async () => {
    const code = async (moveId: string) => (await undo(here.host, moveId)).body.code;
    const movedOn = await asked();
    const approval = await done(here.host, here.id, { kind: 'approve', id: movedOn });
    await done(here.host, here.id, { kind: 'note', id: movedOn, note: 'x' });
    expect(await code(approval.moveId)).toBe('qna.undo_too_late');

    const inquiry = await ask(here.member, here.id);
    const noted = await done(here.host, here.id, { kind: 'note', id: inquiry.id, note: 'x' });
    const edit = { key: inquiry.key, text: 'Hỏi lại cho rõ hơn?' };
    await here.member.put(`/api/inquiries/${inquiry.id}`, edit).expect(200);
    expect(await code(noted.moveId)).toBe('qna.undo_too_late');
    const labelled = await done(here.host, here.id, { kind: 'label', id: inquiry.id, labels: ['A'] });
    await here.member.put(`/api/inquiries/${inquiry.id}/withdrawal`, { key: inquiry.key }).expect(200);
    expect(await code(labelled.moveId)).toBe('qna.undo_too_late');

    const [first, second] = [await approved(), await approved()];
    await done(here.host, here.id, { kind: 'answer_now', id: first });
    const answered = await done(here.host, here.id, { kind: 'answered', id: first, text: '' });
    const next = await done(here.host, here.id, { kind: 'answer_now', id: second });
    expect(await code(answered.moveId)).toBe('qna.undo_too_late');
    await undo(here.host, next.moveId).expect(200);
    await undo(here.host, answered.moveId).expect(200);
    await done(here.host, here.id, { kind: 'answered', id: first, text: '' });
  });

  it('of a merge under another one waits for that one', async () => {
    const [a, b, c] = [await approved(), await approved(), await approved()];
    const before = await contents(here.host, here.id);
    const inner = await merged(here.triage, here.id, { targetId: b, inquiryIds: [c] });
    const outer = await merged(here.triage, here.id, { targetId: a, inquiryIds: [b] });
    expect((await undo(here.triage, inner.moveId)).body.code).toBe('qna.undo_too_late');
    await undo(here.triage, outer.moveId).expect(200);
    await undo(here.triage, inner.moveId).expect(200);
    expect(await contents(here.host, here.id)).toEqual(before);
    const { items } = (await here.host.get(`/api/qna-sessions/${here.id}/moves?limit=2`)).body;
    expect(items).toMatchObject([
      { kind: 'merge', undone: true },
      { kind: 'merge', undone: true },
    ]);
  });

  it('leaves a row in the log where the move did, also of words that were approved with it', async () => {
    const id = await asked();
    const log = async () => (await auditOf(world, id)).map(({ action }) => action);
    const plain = await done(here.triage, here.id, { kind: 'approve', id });
    await undo(here.triage, plain.moveId).expect(200);
    expect(await log()).toEqual([]);
    const reworded = await done(here.triage, here.id, { kind: 'approve', id, text: 'Gọn hơn?' });
    await undo(here.triage, reworded.moveId).expect(200);
    expect(await log()).toEqual(['inquiry.approve', 'inquiry.undo']);
  });

  it('is for whoever could have made the move', async () => {
    const late = 'qna.undo_too_late';
    const id = await approved();
    const { moveId } = await done(here.host, here.id, { kind: 'next', id, on: true });
    await undo(here.host, moveId).expect(200);
    expect(await answers(here, (who) => undo(who, moveId))).toEqual({
      outsider: 'auth.required',
      member: 'not_found',
      triage: 'qna.role_not_enough',
      scribe: 'qna.role_not_enough',
      host: late,
      owner: late,
      admin: late,
    });
    expect((await undo(here.host, v7())).status).toBe(404);
    const elsewhere = await hall(world);
    expect((await undo(elsewhere.host, moveId)).status).toBe(404);
  });
});
