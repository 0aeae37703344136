import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { attemptView } from '../../../../shared/contest/attempt.schema.js';
import { TestApp } from '../../../support/app.js';
import { MINUTE, publishedRound } from '../../../support/contest.js';
import { eventually } from '../../../support/server-process.js';
import type { Agent } from '../../../support/world.js';

const CONTESTANTS = 12;
const ATTEMPTS_EACH = 4;
const QUESTIONS = 5;
const CHANGES = 12;

let world: TestApp;
const logged: string[] = [];
beforeAll(async () => {
  const log = new Writable({
    write(chunk: Buffer, _encoding, done) {
      logged.push(chunk.toString());
      done();
    },
  });
  world = await TestApp.start({}, { log });
});
afterAll(() => world.stop());

it('lets members start, save and submit while deadlines pass and organisers move them: nothing waits in a circle', async () => {
  const organiser = await world.member({ roles: [{ role: 'organiser' }] });
  const { roundId } = await publishedRound(world, organiser, {
    questions: QUESTIONS,
    durationMinutes: 1,
    graceSeconds: 0,
    attemptsAllowed: ATTEMPTS_EACH,
    counting: 'best',
  });
  const contestants = await Promise.all(Array.from({ length: CONTESTANTS }, () => world.member()));
  const broken: string[] = [];
  const asked = async (request: ReturnType<Agent['put']>): Promise<unknown> => {
    const answer = await request;
    if (answer.status >= 500) broken.push(`${answer.status} ${answer.text}`);
    return answer.body;
  };

  const takePart = async (who: Agent): Promise<void> => {
    for (let attempt = 0; attempt < ATTEMPTS_EACH; attempt += 1) {
      const started = attemptView.safeParse(await asked(who.post(`/api/rounds/${roundId}/attempts`)));
      if (!started.success) return;
      const { id } = started.data;
      const saves = Array.from({ length: QUESTIONS * 2 }, (_, index) =>
        asked(
          who.put(`/api/attempts/${id}/answers/${(index % QUESTIONS) + 1}`, {
            epoch: 1,
            sequence: index + 1,
            response: { type: 'single_choice', choice: index % 2 === 0 ? 'a' : 'b' },
          }),
        ),
      );
      // The submission overtakes some of the saves.
      await Promise.all([...saves, asked(who.put(`/api/attempts/${id}/submission`, { epoch: 1 }))]);
    }
  };
  const opensAt = new Date(world.now().getTime() - MINUTE).toISOString();
  const closesAt = world.now().getTime() + 60 * MINUTE;
  const organise = async (): Promise<void> => {
    for (let change = 1; change <= CHANGES; change += 1) {
      const window = {
        opensAt,
        closesAt: new Date(closesAt + change * MINUTE).toISOString(),
        reason: 'Mạng',
      };
      const to = contestants[change % CONTESTANTS] ?? organiser;
      await Promise.all([
        asked(organiser.put(`/api/rounds/${roundId}/window`, window)),
        asked(
          organiser.put(`/api/rounds/${roundId}/extra-time/${to.memberId}`, {
            minutes: change,
            reason: 'Y tế',
          }),
        ),
        asked(organiser.get(`/api/rounds/${roundId}/standings?limit=50`)),
      ]);
      // Deadlines pass, and the server closes what is still open.
      if (change % 4 === 0) await world.advance(2 * MINUTE);
    }
  };
  await Promise.all([...contestants.map(takePart), organise(), organise()]);

  expect(broken).toEqual([]);
  expect(logged.filter((line) => /deadlock|40P01/.test(line))).toEqual([]);
  await world.advance(30 * MINUTE);
  await eventually(async () => {
    const rows: unknown = await world.database.query(
      `SELECT count(*)::int AS attempts, count(*) FILTER (WHERE state = 'running')::int AS running FROM attempt`,
    );
    const [counts] = z.tuple([z.object({ attempts: z.number(), running: z.number() })]).parse(rows);
    expect(counts.attempts).toBeGreaterThanOrEqual(CONTESTANTS);
    expect(counts.running).toBe(0);
  });
  // What was graded is what is stored, however close the last save and the closing were.
  const graded: unknown = await world.database.query(
    `SELECT attempt.id, attempt.correct, (SELECT count(*)::int FROM answer
       WHERE attempt_id = attempt.id AND response ->> 'choice' = 'b') AS right_answers FROM attempt`,
  );
  const row = z.object({ id: z.string(), correct: z.number(), right_answers: z.number() });
  for (const { id, correct, right_answers: right } of z.array(row).parse(graded))
    expect(correct, id).toBe(right);
});
