import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { z } from 'zod';
import { freezeUnits } from '../../server/contest/builder/publication.queries.js';
import { unitId } from '../../shared/kernel/ids.js';
import type { RoundSettings } from '../../shared/contest/contest.schema.js';
import {
  topicId,
  type Level,
  type QuestionPrompt,
  type QuestionSolution,
  type TopicId,
} from '../../shared/question-bank/question.schema.js';
import type { Agent, World } from './world.js';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export type BankQuestion = {
  questionId: string;
  versionId: string;
  prompt: QuestionPrompt;
  solution: QuestionSolution;
};
export type QuestionTraits = { topicId?: TopicId; level?: Level; state?: 'draft' | 'reviewed' | 'retired' };

/** A topic of the bank; each call makes another. */
export async function topic(world: World, name?: string): Promise<TopicId> {
  const id = topicId.parse(v7());
  await world.database.query('INSERT INTO topic (id, name, created_at) VALUES ($1, $2, app_now())', [
    id,
    name ?? `Chủ đề ${id.slice(-8)}`,
  ]);
  return id;
}

/** Reviewed single choice questions (unless told otherwise) whose right option is `b`; `c` earns half. */
export async function questions(
  world: World,
  author: Agent,
  { count, ...traits }: QuestionTraits & { count: number },
): Promise<BankQuestion[]> {
  const topicOf = traits.topicId ?? (await topic(world));
  const made = Array.from({ length: count }, () => singleChoice());
  for (const question of made) await addQuestion(world, author, { ...traits, topicId: topicOf, question });
  return made;
}

function singleChoice(): BankQuestion {
  const id = v7();
  const options = ['a', 'b', 'c', 'd'].map((letter) => ({ id: letter, text: `Phương án ${letter}` }));
  return {
    questionId: id,
    versionId: v7(),
    prompt: { type: 'single_choice', text: `Câu hỏi ${id}`, options },
    solution: { type: 'single_choice', credits: { b: 1, c: 0.5 } },
  };
}

async function addQuestion(
  world: World,
  author: Agent,
  {
    question,
    topicId: topicOf,
    level = 'recall',
    state = 'reviewed',
  }: QuestionTraits & { question: BankQuestion },
): Promise<void> {
  const { questionId, prompt } = question;
  await world.database.query(
    `INSERT INTO question (id, code, topic_id, level, tags, review_state, current_version, type, text, source,
       fingerprint, search, created_by, created_at, updated_at)
     VALUES ($1::uuid, 'CH-' || nextval('question_code'), $2, $3, '{}', $4, 1, $5, $6::text, 'Nguồn', $1::text, f_vi($6), $7, app_now(), app_now())`,
    [questionId, topicOf, level, state, prompt.type, prompt.text, author.memberId],
  );
  await addVersion(world, author, question);
}

/** Writes a version; number 1 unless told. */
export async function addVersion(
  world: World,
  author: Agent,
  { number = 1, ...question }: BankQuestion & { number?: number },
): Promise<void> {
  await world.database.query(
    `INSERT INTO question_version (id, question_id, number, prompt, solution, explanation, source, created_by, created_at)
     VALUES ($1, $2, $3, $4, $5, 'Vì sách viết vậy', 'Nguồn', $6, app_now())`,
    [
      question.versionId,
      question.questionId,
      number,
      JSON.stringify(question.prompt),
      JSON.stringify(question.solution),
      author.memberId,
    ],
  );
}

export type RoundTraits = Partial<RoundSettings> & { questions?: number };
/** Only members of these units and of those below may enter. */
export function onlyUnits(...ids: string[]): RoundSettings['eligibility'] {
  return { kind: 'units', unitIds: ids.map((id) => unitId.parse(id)) };
}

export type PublishedRound = { contestId: string; roundId: string; questions: BankQuestion[] };

/**
 * A published contest with one round, put together in the database. Unless told otherwise it opened a minute ago,
 * closes in an hour, draws all of its five questions and shows standings while it is open.
 */
export async function publishedRound(
  world: World,
  organiser: Agent,
  { questions: count = 5, ...changes }: RoundTraits = {},
): Promise<PublishedRound> {
  const topicOf = await topic(world);
  const pool = await questions(world, organiser, { count, topicId: topicOf });
  const settings = { ...openNow(world.now(), topicOf, count), ...changes };
  const made = { contestId: v7(), roundId: v7() };
  await world.database.query(
    `INSERT INTO contest (id, title, summary, rules, state, created_by, created_at, updated_at, published_at)
     VALUES ($1, 'Tìm hiểu Hiến pháp', 'Cho mọi người trong cơ quan', 'Ai cũng được thi', 'published', $2, app_now(), app_now(), app_now())`,
    [made.contestId, organiser.memberId],
  );
  await addFrozenRound(world, made, settings);
  await world.database.query(
    `INSERT INTO round_pool (round_id, version_id, topic_id, topic_name, level)
     SELECT $1, unnest($2::uuid[]), id, name, 'recall' FROM topic WHERE id = $3`,
    [made.roundId, pool.map(({ versionId }) => versionId), topicOf],
  );
  await freezeUnits(world.database.manager, made.roundId, settings.eligibility);
  return { ...made, questions: pool };
}

/** Settings of a round that opened a minute ago and draws `count` recall questions of the topic. */
export function openNow(now: Date, topicOf: TopicId, count: number): RoundSettings {
  return {
    title: 'Vòng 1',
    opensAt: new Date(now.getTime() - MINUTE).toISOString(),
    closesAt: new Date(now.getTime() + HOUR).toISOString(),
    durationMinutes: 30,
    attemptsAllowed: 1,
    counting: 'best',
    graceSeconds: 30,
    eligibility: { kind: 'all' },
    blueprint: [{ topicId: topicOf, level: 'recall', count }],
    shuffleQuestions: true,
    shuffleOptions: true,
    pointsPerQuestion: 5,
    resultsVisible: { kind: 'on_submission' },
    answersVisible: { kind: 'on_close' },
    standingsVisible: { kind: 'on_submission' },
  };
}

async function addFrozenRound(
  world: World,
  { contestId, roundId }: { contestId: string; roundId: string },
  settings: RoundSettings,
): Promise<void> {
  await world.database.query(
    `INSERT INTO round (id, contest_id, ordinal, title, opens_at, closes_at, duration_minutes, attempts_allowed,
       counting, grace_seconds, eligibility, blueprint, shuffle_questions, shuffle_options, points_per_question,
       results_visible, answers_visible, standings_visible, frozen_at, draw_seed)
     VALUES ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, app_now(), $18)`,
    [
      roundId,
      contestId,
      settings.title,
      settings.opensAt,
      settings.closesAt,
      settings.durationMinutes,
      settings.attemptsAllowed,
      settings.counting,
      settings.graceSeconds,
      JSON.stringify(settings.eligibility),
      JSON.stringify(settings.blueprint),
      settings.shuffleQuestions,
      settings.shuffleOptions,
      settings.pointsPerQuestion,
      JSON.stringify(settings.resultsVisible),
      JSON.stringify(settings.answersVisible),
      JSON.stringify(settings.standingsVisible),
      randomBytes(32),
    ],
  );
}

/** One person of each kind that asks for contests: the owner is a scoped organiser, like `scoped`. */
export type Staff = Record<
  'outsider' | 'member' | 'coordinator' | 'moderator' | 'scoped' | 'owner' | 'organiser' | 'admin',
  Agent
>;

export async function staff(world: World): Promise<Staff> {
  const unitId = await world.unit();
  return {
    outsider: world.outsider(),
    member: await world.member({ unitId }),
    coordinator: await world.member({ unitId, roles: [{ role: 'coordinator', unitId }] }),
    moderator: await world.member({ unitId, roles: [{ role: 'moderator' }] }),
    scoped: await world.member({ unitId, roles: [{ role: 'organiser', unitId }] }),
    owner: await world.member({ unitId, roles: [{ role: 'organiser', unitId }] }),
    organiser: await world.member({ unitId, roles: [{ role: 'organiser' }] }),
    admin: await world.member({ unitId, roles: [{ role: 'admin' }] }),
  };
}

/** A draft made through the API. */
export async function draftContest(organiser: Agent): Promise<{ contestId: string; roundId: string }> {
  const { body } = await organiser.post('/api/contests', { title: 'Cuộc thi đang soạn' });
  const made = z.object({ id: z.uuid(), rounds: z.tuple([z.object({ id: z.uuid() })]) }).parse(body);
  return { contestId: made.id, roundId: made.rounds[0].id };
}

export type ReadyDraft = { contestId: string; roundId: string; topicId: TopicId; questions: BankQuestion[] };

/** A draft that can be published: opens in an hour for an hour, draws five of ten questions. Round revision 2. */
export async function readyDraft(
  world: World,
  organiser: Agent,
  changes: Partial<RoundSettings> = {},
): Promise<ReadyDraft> {
  const topicOf = await topic(world);
  const bank = await questions(world, organiser, { count: 10, topicId: topicOf });
  const made = await draftContest(organiser);
  const soon = { opensAt: inFuture(world, HOUR), closesAt: inFuture(world, 2 * HOUR) };
  const settings = { ...openNow(world.now(), topicOf, 5), ...soon, ...changes };
  const written = await organiser.put(`/api/rounds/${made.roundId}`, { ...settings, revision: 1 });
  if (written.status !== 200) throw new Error(`The round was refused: ${written.text}`);
  return { ...made, topicId: topicOf, questions: bank };
}

export function inFuture(world: World, ms: number): string {
  return new Date(world.now().getTime() + ms).toISOString();
}

/** Asks as everybody; the status each got. */
export async function statuses(
  people: Staff,
  ask: (who: Agent) => PromiseLike<{ status: number }>,
): Promise<Record<string, number>> {
  const got: Record<string, number> = {};
  for (const [name, who] of Object.entries(people)) got[name] = (await ask(who)).status;
  return got;
}

/** What the log says about something, in order. */
export async function auditOf(
  world: World,
  subjectId: string,
): Promise<{ action: string; actorId: string }[]> {
  const rows: unknown = await world.database.query(
    `SELECT action, actor_id AS "actorId" FROM audit_log WHERE subject_id = $1 ORDER BY id`,
    [subjectId],
  );
  return z.array(z.object({ action: z.string(), actorId: z.uuid() })).parse(rows);
}
