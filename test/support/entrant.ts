import type { Page } from '@playwright/test';
import { v7 } from 'uuid';
import { AttemptScreen } from './attempt-screen.js';
import {
  addVersion,
  type BankQuestion,
  onlyUnits,
  publishedRound,
  type PublishedRound,
  type RoundTraits,
} from './contest.js';
import type { ServedWorld } from './served-world.js';
import type { Agent } from './world.js';

type Entrant = PublishedRound & { member: Agent };

/** A member alone in a unit with a round of its own, six questions whose right option is `b` and where `c` earns half. */
export async function entrant(world: ServedWorld, changes: RoundTraits = {}): Promise<Entrant> {
  const unitId = await world.unit();
  const member = await world.member({ unitId, fullName: 'Lê Thị Hoa' });
  const organiser = await world.member({ unitId, roles: [{ role: 'organiser' }] });
  const made = await publishedRound(world, organiser, {
    questions: 6,
    eligibility: onlyUnits(unitId),
    ...changes,
  });
  return { member, ...made };
}

/** Puts a question of each other kind in the place of the pool's first four. */
export async function giveKinds(
  world: ServedWorld,
  author: Agent,
  questions: readonly BankQuestion[],
): Promise<void> {
  const options = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `Phương án ${id}` }));
  const short = {
    accepted: [{ text: 'Điện Biên Phủ', credit: 1 }],
    caseSensitive: false,
    accentSensitive: false,
  };
  const kinds: Pick<BankQuestion, 'prompt' | 'solution'>[] = [
    {
      prompt: { type: 'multiple_choice', text: 'Loại multiple_choice', options },
      solution: { type: 'multiple_choice', weights: { a: 0.5, b: 0.5, c: -0.5, d: -0.5 } },
    },
    {
      prompt: { type: 'true_false', text: 'Loại true_false' },
      solution: { type: 'true_false', correct: false },
    },
    {
      prompt: { type: 'number', text: 'Loại number', unit: 'hải lý' },
      solution: { type: 'number', accepted: [{ value: 3.5, tolerance: 0.1, credit: 1 }] },
    },
    {
      prompt: { type: 'short_text', text: 'Loại short_text' },
      solution: { type: 'short_text', ...short },
    },
  ];
  for (const [index, kind] of kinds.entries()) {
    const question = questions[index];
    if (!question) throw new Error('the pool is too small');
    const versionId = v7();
    await addVersion(world, author, { ...kind, questionId: question.questionId, versionId, number: 2 });
    await world.database.query('UPDATE round_pool SET version_id = $2 WHERE version_id = $1', [
      question.versionId,
      versionId,
    ]);
  }
}

export async function start(page: Page, contestId: string): Promise<AttemptScreen> {
  await page.goto(`/contests/${contestId}`);
  await page.getByRole('button', { name: 'Vào thi vòng 1' }).click();
  await page.getByRole('checkbox', { name: 'Tôi đã đọc thể lệ' }).check();
  await page.getByRole('button', { name: 'Bắt đầu' }).click();
  const screen = new AttemptScreen(page);
  await screen.isAt(1);
  return screen;
}

export async function storedAnswers(world: ServedWorld, memberId: string): Promise<number> {
  const rows: { count: number }[] = await world.database.query(
    `SELECT count(*)::int AS count FROM answer JOIN attempt ON attempt.id = answer.attempt_id
     WHERE attempt.member_id = $1 AND answer.response IS NOT NULL`,
    [memberId],
  );
  return rows[0]?.count ?? 0;
}
