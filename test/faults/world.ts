import supertest from 'supertest';
import pg from 'pg';
import {
  attemptView,
  savedAnswer,
  type AttemptView,
  type SavedAnswer,
} from '../../shared/contest/attempt.schema.js';
import type { QuestionResponse } from '../../shared/question-bank/question.schema.js';
import { TestApp } from '../support/app.js';
import type { Agent } from '../support/world.js';
import { publishedRound } from '../support/contest.js';
import { ServerProcess, type ServerOptions } from '../support/server-process.js';

export type Contestant = { cookie: string; attempt: AttemptView };
export type Save = { attemptId: string; position: number; sequence: number; response: QuestionResponse };

/** As long as a browser waits: a connection that was being handed to a node when it was killed gets no answer at all. */
const UNANSWERED_MS = 20_000;

type Options = { members: number } & Pick<ServerOptions, 'preload' | 'nodes'>;

/** A round with running attempts, served by a process that may be killed; the builder's own application is closed. */
export class FaultWorld {
  private constructor(
    readonly server: ServerProcess,
    readonly contestants: Contestant[],
    readonly database: pg.Pool,
    private readonly cleanUp: () => Promise<void>,
  ) {}

  static async start({ members, ...options }: Options): Promise<FaultWorld> {
    const world = await TestApp.start();
    const organiser = await world.member({ roles: [{ role: 'organiser' }] });
    const { roundId } = await publishedRound(world, organiser, {
      durationMinutes: 30,
      graceSeconds: 30,
      questions: 10,
    });
    const agents: Agent[] = [];
    for (let index = 0; index < members; index += 1) agents.push(await world.member());
    const contestants: Contestant[] = [];
    for (const agent of agents) {
      const started = await agent.post(`/api/rounds/${roundId}/attempts`);
      contestants.push({ cookie: agent.cookie, attempt: attemptView.parse(started.body) });
    }
    await world.app.close();
    const { databaseUrl, secret } = world;
    const server = await ServerProcess.start({ databaseUrl, secret, ...options });
    const database = new pg.Pool({ connectionString: databaseUrl, max: 3 });
    database.on('error', () => undefined);
    return new FaultWorld(server, contestants, database, async () => {
      await server.stop();
      await database.end();
      await world.stop();
    });
  }

  stop(): Promise<void> {
    return this.cleanUp();
  }

  /** Sends a save; null when it was not acknowledged. */
  async save(
    { cookie }: Contestant,
    { attemptId, position, sequence, response }: Save,
  ): Promise<SavedAnswer | null> {
    try {
      const answer = await supertest(this.server.url)
        .put(`/api/attempts/${attemptId}/answers/${position}`)
        .set('cookie', cookie)
        .set('x-requested-with', 'hai-dang')
        .timeout(UNANSWERED_MS)
        .send({ epoch: 1, sequence, response });
      return answer.status === 200 ? savedAnswer.parse(answer.body) : null;
    } catch {
      return null;
    }
  }

  async read({ cookie, attempt }: Contestant): Promise<AttemptView> {
    const answer = await supertest(this.server.url).get(`/api/attempts/${attempt.id}`).set('cookie', cookie);
    return attemptView.parse(answer.body);
  }

  /** Moves the database's clock by milliseconds. */
  async advance(ms: number): Promise<void> {
    await this.database.query(
      `INSERT INTO test_clock (offset_ms) VALUES ($1)
       ON CONFLICT (only_row) DO UPDATE SET offset_ms = test_clock.offset_ms + $1`,
      [ms],
    );
  }
}

/** The option that stands at `place` of a single-choice question. */
export function choose({ attempt }: Contestant, position: number, place: number): QuestionResponse {
  const prompt = attempt.questions[position - 1]?.prompt;
  if (prompt?.type !== 'single_choice') throw new Error('the faults work on single choice');
  return { type: 'single_choice', choice: prompt.options[place % prompt.options.length]?.id ?? 'a' };
}

/** The latest acknowledged save of each question: `attempt/position` → save. */
export function latestOf(acked: readonly Save[]): Map<string, Save> {
  const latest = new Map<string, Save>();
  for (const save of acked) {
    const key = `${save.attemptId}/${save.position}`;
    if ((latest.get(key)?.sequence ?? 0) < save.sequence) latest.set(key, save);
  }
  return latest;
}
