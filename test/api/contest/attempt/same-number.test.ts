import { afterAll, beforeAll, expect, it } from 'vitest';
import { attemptView, type AttemptView } from '../../../../shared/contest/attempt.schema.js';
import { TestApp } from '../../../support/app.js';
import { publishedRound } from '../../../support/contest.js';
import type { Agent } from '../../../support/world.js';

let world: TestApp;
let member: Agent;
let attempt: AttemptView;
beforeAll(async () => {
  world = await TestApp.start();
  const organiser = await world.member({ roles: [{ role: 'organiser' }] });
  const { roundId } = await publishedRound(world, organiser);
  member = await world.member();
  attempt = attemptView.parse((await member.post(`/api/rounds/${roundId}/attempts`)).body);
});
afterAll(() => world.stop());

async function outcomeOf(position: number, choice: string): Promise<string> {
  const response = { type: 'single_choice', choice };
  const path = `/api/attempts/${attempt.id}/answers/${position}`;
  return (await member.put(path, { epoch: 1, sequence: 5, response }).expect(200)).body.outcome;
}

async function stored(position: number): Promise<unknown> {
  const view = attemptView.parse((await member.get(`/api/attempts/${attempt.id}`)).body);
  return view.questions[position - 1]?.response;
}

it('does not call another answer under the same number saved', async () => {
  expect(await outcomeOf(1, 'b')).toBe('saved');
  expect(await outcomeOf(1, 'c')).toBe('superseded');
  expect(await outcomeOf(1, 'b')).toBe('saved');
  expect(await stored(1)).toEqual({ type: 'single_choice', choice: 'b' });
});

it('nor when both arrive at the same moment', async () => {
  const choices = ['a', 'b', 'c', 'd'];
  const outcomes = await Promise.all(choices.map((choice) => outcomeOf(2, choice)));
  const saved = choices.filter((_choice, index) => outcomes[index] === 'saved');
  expect(outcomes.filter((outcome) => outcome === 'superseded')).toHaveLength(3);
  expect(saved).toHaveLength(1);
  expect(await stored(2)).toEqual({ type: 'single_choice', choice: saved[0] });
});
