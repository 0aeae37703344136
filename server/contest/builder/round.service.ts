import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  blueprintUnfillable,
  contestNeedsRound,
  contestNotDraft,
  windowInvalid,
} from '../../../shared/contest/contest.errors.js';
import {
  roundId,
  type ContestDraftView,
  type PaperPreview,
  type RoundSettings,
  type SupplyView,
  type WriteRound,
} from '../../../shared/contest/contest.schema.js';
import { invalidInput, staleWrite } from '../../../shared/kernel/failure.js';
import type { QuestionPrompt, QuestionVersionId } from '../../../shared/question-bank/question.schema.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { fail } from '../../platform/failure-error.js';
import { newId } from '../../platform/ids.js';
import { inOrder } from '../attempt/attempt.present.js';
import { ContestActs } from '../round/contest-act.service.js';
import type { ContestRow } from '../round/contest.queries.js';
import { ContestService } from './contest.service.js';
import { drawPaper, type DrawPlan } from '../draw/draw.rules.js';
import { drawKey } from '../draw/hmac-stream.rules.js';
import { planOf } from '../draw/draw-plan.rules.js';
import { FrozenRounds } from '../round/frozen-round.service.js';
import { defaultRound } from './round-defaults.js';
import { deleteRound, insertRound, unitsExist, updateRound, type RoundRow } from '../round/round.queries.js';
import { readDrawable, readFrozenSupply, readSupply } from './supply.queries.js';

const SEED_BYTES = 32;

/** What a paper is drawn from. */
type Bank = { plan: DrawPlan; prompts: ReadonlyMap<QuestionVersionId, QuestionPrompt> };

/** A contest's rounds while it is a draft, and a look at the papers they give. */
@Injectable()
export class RoundService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: ContestActs,
    private readonly contests: ContestService,
    private readonly frozen: FrozenRounds,
  ) {}

  async add(viewer: Viewer, contestId: string): Promise<ContestDraftView> {
    await this.acts.run(viewer, contestId, async (tx, { contest, rounds }) => {
      requireDraft(contest);
      const id = newId(roundId);
      const ordinal = rounds.length + 1;
      await insertRound(tx, { id, contestId, ordinal, settings: defaultRound(ordinal) });
      return { action: 'round.create', subjectId: id, details: { contestId, ordinal } };
    });
    return this.contests.draft(viewer, contestId);
  }

  /** Saving what is there already changes nothing and is no act. */
  async write(viewer: Viewer, id: string, { revision, ...settings }: WriteRound): Promise<ContestDraftView> {
    const contestId = await this.acts.runOnRound(viewer, id, async (tx, { contest, round }) => {
      requireDraft(contest);
      if (round.revision !== revision) fail(staleWrite, { revision: round.revision });
      const wanted = inStoredForm(settings);
      await requireStorable(tx, wanted);
      const changed = changedSettings(round.settings, wanted);
      if (changed.length === 0) return null;
      await updateRound(tx, id, wanted);
      return { action: 'round.edit', subjectId: id, details: { changed } };
    });
    return this.contests.draft(viewer, contestId);
  }

  async remove(viewer: Viewer, id: string): Promise<ContestDraftView> {
    const contestId = await this.acts.runOnRound(viewer, id, async (tx, { contest, rounds, round }) => {
      requireDraft(contest);
      if (rounds.length === 1) fail(contestNeedsRound);
      await deleteRound(tx, round);
      return {
        action: 'round.delete',
        subjectId: id,
        details: { contestId: contest.id, title: round.settings.title },
      };
    });
    return this.contests.draft(viewer, contestId);
  }

  /** What the round can draw from: the bank as it is now, or what publishing froze. */
  async supply(viewer: Viewer, id: string): Promise<SupplyView> {
    const { round } = await this.acts.editableRound(viewer, id);
    const items = round.frozenAt
      ? await readFrozenSupply(this.dataSource, id)
      : await readSupply(this.dataSource);
    return { items, next: null };
  }

  /** A paper as a contestant could get it. Its seed is thrown away: it tells nothing about anybody's paper. */
  async preview(viewer: Viewer, id: string): Promise<PaperPreview> {
    const { round } = await this.acts.editableRound(viewer, id);
    const { settings } = round;
    const { plan, prompts } = await this.drawable(round);
    const key = drawKey(randomBytes(SEED_BYTES));
    const drawn = drawPaper(key, { entryNumber: 1, attemptOrdinal: 1 }, plan);
    if (!drawn.ok) return fail(blueprintUnfillable);
    return {
      questions: drawn.paper.flatMap(({ versionId, optionOrder }, index) => {
        const prompt = prompts.get(versionId);
        if (!prompt) return [];
        return [
          {
            position: index + 1,
            versionId,
            prompt: inOrder(prompt, optionOrder),
            points: settings.pointsPerQuestion,
          },
        ];
      }),
      durationMinutes: settings.durationMinutes,
    };
  }

  private async drawable({ id, settings }: RoundRow): Promise<Bank> {
    const frozen = await this.frozen.find(id);
    if (frozen) {
      const { plan, questions } = await this.frozen.poolOf(frozen);
      return { plan, prompts: new Map([...questions].map(([key, { content }]) => [key, content.prompt])) };
    }
    const topics = settings.blueprint.map(({ topicId }) => topicId);
    const drawable = await readDrawable(this.dataSource, topics);
    return {
      plan: planOf(settings, drawable),
      prompts: new Map(drawable.map(({ versionId, prompt }) => [versionId, prompt])),
    };
  }
}

function requireDraft(contest: ContestRow): void {
  if (contest.state !== 'draft') fail(contestNotDraft);
}

async function requireStorable(
  tx: EntityManager,
  { opensAt, closesAt, eligibility }: RoundSettings,
): Promise<void> {
  if (opensAt !== null && closesAt !== null && opensAt >= closesAt) fail(windowInvalid);
  if (eligibility.kind === 'units' && !(await unitsExist(tx, eligibility.unitIds))) {
    fail(invalidInput, { 'eligibility.unitIds': 'unknown' });
  }
}

/** Instants may arrive with any offset; they are compared and kept in UTC. */
function inStoredForm(settings: RoundSettings): RoundSettings {
  const utc = (instant: string | null) => (instant === null ? null : new Date(instant).toISOString());
  return { ...settings, opensAt: utc(settings.opensAt), closesAt: utc(settings.closesAt) };
}

function changedSettings(before: RoundSettings, after: RoundSettings): string[] {
  const stored = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after)
    .filter(([name, value]) => !isDeepStrictEqual(value, stored.get(name)))
    .map(([name]) => name);
}
