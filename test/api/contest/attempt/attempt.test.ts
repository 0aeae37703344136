import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { attemptView, type AttemptView } from '../../../../shared/contest/attempt.schema.js';
import { unitId } from '../../../../shared/kernel/ids.js';
import type { QuestionResponse } from '../../../../shared/question-bank/question.schema.js';
import { AttemptClosing } from '../../../../server/contest/attempt/attempt-closing.service.js';
import { TestApp } from '../../../support/app.js';
import type { Agent } from '../../../support/world.js';
import { publishedRound } from '../../../support/contest.js';

const MINUTE = 60_000;

let world: TestApp;
let organiser: Agent;
let member: Agent;
let roundId: string;

beforeAll(async () => {
  world = await TestApp.start();
  await world.stopSweeping();
  organiser = await world.member({ roles: [{ role: 'organiser' }] });
});
afterAll(() => world.stop());
beforeEach(async () => {
  member = await world.member();
  ({ roundId } = await publishedRound(world, organiser, {
    durationMinutes: 30,
    graceSeconds: 30,
    attemptsAllowed: 2,
  }));
});

async function start(agent: Agent = member): Promise<AttemptView> {
  const answer = await agent.post(`/api/rounds/${roundId}/attempts`);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return attemptView.parse(answer.body);
}

/** Some response of the question's type. */
function someResponse(attempt: AttemptView, position: number, last = false): QuestionResponse {
  const prompt = attempt.questions[position - 1]?.prompt;
  if (prompt?.type === 'single_choice') {
    const id = (last ? prompt.options.at(-1) : prompt.options[0])?.id ?? 'a';
    return { type: 'single_choice', choice: id };
  }
  if (prompt?.type === 'multiple_choice')
    return { type: 'multiple_choice', choices: [prompt.options[0]?.id ?? 'a'] };
  if (prompt?.type === 'number') return { type: 'number', value: last ? 1 : 2 };
  if (prompt?.type === 'short_text') return { type: 'short_text', text: last ? 'một' : 'hai' };
  return { type: 'true_false', value: last };
}

const path = (id: string, position: number): string => `/api/attempts/${id}/answers/${position}`;

describe('POST /api/rounds/:id/attempts', () => {
  it('starts a paper with a server deadline and never a solution in it', async () => {
    const attempt = await start();
    expect(Date.parse(attempt.deadlineAt) - Date.parse(attempt.startedAt)).toBe(30 * MINUTE);
    expect(attempt).toMatchObject({ state: 'running', ordinal: 1, epoch: 1, offers: [] });
    expect(attempt.questions.length).toBeGreaterThan(1);
    expect(JSON.stringify(attempt)).not.toMatch(/solution|credits|weights|correct|explanation/);
  });

  it('answers with what is read afterwards', async () => {
    const started = await start();
    const read = attemptView.parse((await member.get(`/api/attempts/${started.id}`)).body);
    expect(started).toEqual({ ...read, serverNow: started.serverNow });
  });

  it('starts one attempt however many calls arrive at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => member.post(`/api/rounds/${roundId}/attempts`)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
    const refused = answers.filter(({ status }) => status === 409);
    const started = answers.find(({ status }) => status === 201);
    for (const { body } of refused) {
      expect(body).toMatchObject({ code: 'attempt.running', params: { attemptId: started?.body.id } });
    }
  });

  it('numbers the entries of those who start together without a gap, each on a paper of their own', async () => {
    const members = await Promise.all(Array.from({ length: 12 }, () => world.member()));
    const papers = await Promise.all(members.map(start));
    const rows = await world.database.query('SELECT number FROM entry WHERE round_id = $1 ORDER BY number', [
      roundId,
    ]);
    expect(rows.map(({ number }: { number: number }) => number)).toEqual(
      Array.from({ length: 12 }, (_, at) => at + 1),
    );
    const orders = new Set(
      papers.map(({ questions }) => JSON.stringify(questions.map(({ prompt }) => prompt))),
    );
    expect(orders.size).toBeGreaterThan(1);
  });

  it('allows as many attempts as the round does', async () => {
    for (const ordinal of [1, 2]) {
      const attempt = await start();
      expect(attempt.ordinal).toBe(ordinal);
      await member.put(`/api/attempts/${attempt.id}/submission`, { epoch: 1 }).expect(200);
    }
    const third = await member.post(`/api/rounds/${roundId}/attempts`);
    expect(third.status).toBe(409);
    expect(third.body).toMatchObject({ code: 'round.attempts_used_up', params: { allowed: 2 } });
  });

  it('refuses outsiders, other units, and rounds that are not open', async () => {
    expect((await world.outsider().post(`/api/rounds/${roundId}/attempts`)).status).toBe(401);
    const invited = await world.unit();
    const closedCircle = await publishedRound(world, organiser, {
      eligibility: { kind: 'units', unitIds: [unitId.parse(invited)] },
    });
    const refused = await member.post(`/api/rounds/${closedCircle.roundId}/attempts`);
    expect(refused.body).toMatchObject({ code: 'round.not_eligible' });
    const guest = await world.member({ unitId: await world.unit({ parentId: invited }) });
    expect((await guest.post(`/api/rounds/${closedCircle.roundId}/attempts`)).status).toBe(201);
    const later = await publishedRound(world, organiser, {
      opensAt: new Date(world.now().getTime() + MINUTE).toISOString(),
      closesAt: new Date(world.now().getTime() + 60 * MINUTE).toISOString(),
    });
    expect((await member.post(`/api/rounds/${later.roundId}/attempts`)).body).toMatchObject({
      code: 'round.not_open',
    });
    expect((await member.post('/api/rounds/0199aaaa-0000-7000-8000-000000000000/attempts')).status).toBe(404);
  });
});

describe('PUT /api/attempts/:id/answers/:position', () => {
  it('commits a choice before it says so, and gives it back after a reload', async () => {
    const attempt = await start();
    const response = someResponse(attempt, 1);
    const saved = await member.put(path(attempt.id, 1), { epoch: 1, sequence: 1, response });
    expect(saved.body).toMatchObject({ outcome: 'saved', epoch: 1 });
    const again = attemptView.parse((await member.get(`/api/attempts/${attempt.id}`)).body);
    expect(again.questions[0]).toMatchObject({ response, savedAt: saved.body.savedAt });
  });

  it('keeps the later choice whatever the order of arrival, and bears repetitions', async () => {
    const attempt = await start();
    const [older, newer] = [someResponse(attempt, 1), someResponse(attempt, 1, true)];
    const outcomes = [];
    for (const [sequence, response] of [
      [5, newer],
      [3, older],
      [5, newer],
    ] as const) {
      outcomes.push((await member.put(path(attempt.id, 1), { epoch: 1, sequence, response })).body.outcome);
    }
    expect(outcomes).toEqual(['saved', 'superseded', 'saved']);
    const again = attemptView.parse((await member.get(`/api/attempts/${attempt.id}`)).body);
    expect(again.questions[0]?.response).toEqual(newer);
  });

  it('ends with one row per question when a burst of saves arrives at once', async () => {
    const attempt = await start();
    const burst = Array.from({ length: 40 }, (_, at) =>
      member.put(path(attempt.id, 1), {
        epoch: 1,
        sequence: at + 1,
        response: someResponse(attempt, 1, at % 2 === 0),
      }),
    );
    const answers = await Promise.all(burst);
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    const rows = await world.database.query('SELECT sequence FROM answer WHERE attempt_id = $1', [
      attempt.id,
    ]);
    expect(rows).toEqual([{ sequence: 40 }]);
  });

  it('clears a choice with null', async () => {
    const attempt = await start();
    await member
      .put(path(attempt.id, 2), { epoch: 1, sequence: 1, response: someResponse(attempt, 2) })
      .expect(200);
    await member.put(path(attempt.id, 2), { epoch: 1, sequence: 2, response: null }).expect(200);
    const again = attemptView.parse((await member.get(`/api/attempts/${attempt.id}`)).body);
    expect(again.questions[1]?.response).toBeNull();
  });

  it('refuses what does not fit the question, and what is not there', async () => {
    const attempt = await start();
    const wrong =
      someResponse(attempt, 1).type === 'number'
        ? { type: 'true_false', value: true }
        : { type: 'number', value: 1 };
    const body = { epoch: 1, sequence: 1, response: wrong };
    expect((await member.put(path(attempt.id, 1), body)).body).toMatchObject({
      code: 'attempt.response_of_other_type',
    });
    expect((await member.put(path(attempt.id, 999), body)).body).toMatchObject({
      code: 'attempt.no_such_position',
    });
    expect((await member.put(path(attempt.id, 1), { ...body, response: { type: 'essay' } })).status).toBe(
      400,
    );
    expect((await member.put(path(attempt.id, 1), { ...body, epoch: 9, response: null })).body).toMatchObject(
      {
        code: 'attempt.elsewhere',
        params: { epoch: 1 },
      },
    );
  });

  it('is as if the attempt did not exist for anybody else', async () => {
    const attempt = await start();
    const body = { epoch: 1, sequence: 1, response: someResponse(attempt, 1) };
    for (const agent of [await world.member(), organiser]) {
      expect((await agent.put(path(attempt.id, 1), body)).status).toBe(404);
      expect((await agent.get(`/api/attempts/${attempt.id}`)).status).toBe(404);
      expect((await agent.put(`/api/attempts/${attempt.id}/lead`)).status).toBe(404);
      expect((await agent.put(`/api/attempts/${attempt.id}/submission`, { epoch: 1 })).status).toBe(404);
      expect((await agent.get(`/api/attempts/${attempt.id}/result`)).status).toBe(404);
    }
    expect((await world.outsider().put(path(attempt.id, 1), body)).status).toBe(401);
    expect(await world.database.query('SELECT 1 FROM answer WHERE attempt_id = $1', [attempt.id])).toEqual(
      [],
    );
  });
});

describe('what counts', () => {
  it('counts what arrives within the grace and keeps later answers without scoring them', async () => {
    const attempt = await start();
    await world.advance(30 * MINUTE + 10_000);
    const timely = await member.put(path(attempt.id, 1), {
      epoch: 1,
      sequence: 1,
      response: someResponse(attempt, 1),
    });
    expect(timely.body.outcome).toBe('saved');
    await world.advance(21_000);
    const late = await member.put(path(attempt.id, 2), {
      epoch: 1,
      sequence: 2,
      response: someResponse(attempt, 2),
    });
    expect(late.body.outcome).toBe('late');
    await world.advance(5_000);
    await world.app.get(AttemptClosing).closeOverdue(world.now());
    const result = await member.get(`/api/attempts/${attempt.id}/result`);
    expect(result.body).toMatchObject({
      closedBy: 'server',
      submittedAt: attempt.deadlineAt,
      timeUsedMs: 30 * MINUTE,
      late: [{ position: 2, reason: 'late' }],
    });
    const counted = await world.database.query('SELECT position FROM answer WHERE attempt_id = $1', [
      attempt.id,
    ]);
    expect(counted).toEqual([{ position: 1 }]);
  });

  it('still counts a timely answer whose commit comes after the server closed the attempt', async () => {
    const attempt = await start();
    await member.put(path(attempt.id, 1), { epoch: 1, sequence: 1, response: null }).expect(200);
    await world.database.query(
      `UPDATE attempt SET state = 'submitted', submitted_at = deadline_at, closed_by = 'server', time_used_ms = 0, points = 0, correct = 0 WHERE id = $1`,
      [attempt.id],
    );
    const timely = await member.put(path(attempt.id, 1), {
      epoch: 1,
      sequence: 2,
      response: someResponse(attempt, 1),
    });
    expect(timely.body.outcome).toBe('saved');
    const [row] = await world.database.query('SELECT credits FROM attempt WHERE id = $1', [attempt.id]);
    expect(row.credits[0]).not.toBeNull();
  });
});

describe('PUT /api/attempts/:id/submission', () => {
  it('ends the attempt once; again, and saving afterwards, change nothing and say so', async () => {
    const attempt = await start();
    await world.advance(90_000);
    const first = await member.put(`/api/attempts/${attempt.id}/submission`, { epoch: 1 });
    expect(first.body).toMatchObject({ state: 'submitted' });
    await world.advance(MINUTE);
    const second = await member.put(`/api/attempts/${attempt.id}/submission`, { epoch: 1 });
    expect(second.body.submittedAt).toBe(first.body.submittedAt);
    const late = await member.put(path(attempt.id, 1), {
      epoch: 1,
      sequence: 9,
      response: someResponse(attempt, 1),
    });
    expect(late.body.outcome).toBe('late');
    const flag = await member.put(`/api/attempts/${attempt.id}/flags/1`, { flagged: true });
    expect(flag.body).toMatchObject({ code: 'attempt.over' });
    expect((await member.put(`/api/attempts/${attempt.id}/lead`)).body).toMatchObject({
      code: 'attempt.over',
    });
    const result = await member.get(`/api/attempts/${attempt.id}/result`);
    expect(result.body).toMatchObject({ closedBy: 'member', counts: true });
    expect(result.body.timeUsedMs).toBeGreaterThanOrEqual(90_000);
    expect(result.body.timeUsedMs).toBeLessThan(MINUTE + 90_000);
  });
});

describe('another device', () => {
  it('takes the attempt over; what the older one sends is offered, never applied and never dropped', async () => {
    const attempt = await start();
    const phone = await world.secondDevice(member);
    await member
      .put(path(attempt.id, 1), { epoch: 1, sequence: 1, response: someResponse(attempt, 1) })
      .expect(200);
    const taken = await phone.put(`/api/attempts/${attempt.id}/lead`);
    expect(taken.body).toMatchObject({ epoch: 2 });
    const held = await member.put(path(attempt.id, 1), {
      epoch: 1,
      sequence: 2,
      response: someResponse(attempt, 1, true),
    });
    expect(held.body).toMatchObject({ outcome: 'held', epoch: 2 });
    expect((await member.put(`/api/attempts/${attempt.id}/submission`, { epoch: 1 })).body).toMatchObject({
      code: 'attempt.elsewhere',
      params: { epoch: 2 },
    });
    const seen = attemptView.parse((await phone.get(`/api/attempts/${attempt.id}`)).body);
    expect(seen.questions[0]?.response).toEqual(someResponse(attempt, 1));
    expect(seen.offers).toMatchObject([{ position: 1, response: someResponse(attempt, 1, true) }]);
    const offerId = seen.offers[0]?.id ?? '';
    const used = await phone.put(`/api/attempts/${attempt.id}/offers/${offerId}`, {
      use: true,
      epoch: 2,
      sequence: 1,
    });
    const after = attemptView.parse(used.body);
    expect(after.offers).toEqual([]);
    expect(after.questions[0]?.response).toEqual(someResponse(attempt, 1, true));
  });

  it('leaves the present answer when the offer is declined', async () => {
    const attempt = await start();
    await member.put(`/api/attempts/${attempt.id}/lead`).expect(200);
    await member
      .put(path(attempt.id, 3), { epoch: 1, sequence: 1, response: someResponse(attempt, 3) })
      .expect(200);
    const seen = attemptView.parse((await member.get(`/api/attempts/${attempt.id}`)).body);
    const offerId = seen.offers[0]?.id ?? '';
    const kept = await member.put(`/api/attempts/${attempt.id}/offers/${offerId}`, {
      use: false,
      epoch: 2,
      sequence: 1,
    });
    expect(kept.body).toMatchObject({ offers: [] });
    expect(attemptView.parse(kept.body).questions[2]?.response).toBeNull();
  });
});

describe('GET /api/attempts/running', () => {
  it('lists own running attempts with where to go on', async () => {
    const attempt = await start();
    await member
      .put(path(attempt.id, 1), { epoch: 1, sequence: 1, response: someResponse(attempt, 1) })
      .expect(200);
    const mine = await member.get('/api/attempts/running');
    expect(mine.body.items).toMatchObject([{ id: attempt.id, answered: 1, resumeAt: 2, ordinal: 1 }]);
    const other = await (await world.member()).get('/api/attempts/running');
    expect(other.body.items).toEqual([]);
  });
});
