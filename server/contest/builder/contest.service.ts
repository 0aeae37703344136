import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { contestNotDraft } from '../../../shared/contest/contest.errors.js';
import {
  contestId,
  roundId,
  type ContestDraftView,
  type ContestRow as ContestRowView,
  type ContestView,
  type RoundView,
  type WriteContest,
} from '../../../shared/contest/contest.schema.js';
import { forbidden, staleWrite } from '../../../shared/kernel/failure.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { Acts } from '../../platform/act/acts.service.js';
import { Clock } from '../../platform/clock.js';
import { fail } from '../../platform/failure-error.js';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.js';
import { newId } from '../../platform/ids.js';
import { ContestActs } from '../round/contest-act.service.js';
import { canEditContest, canOrganise, editingReach } from '../round/contest.policy.js';
import {
  presentContest,
  presentDraft,
  presentListed,
  presentRound,
  scoreShown,
  standingsShown,
} from '../round/contest.present.js';
import {
  insertContest,
  listContests,
  updateContest,
  type ContestRow,
  type ContestSelection,
} from '../round/contest.queries.js';
import { readCorrected } from '../round/contest-life.queries.js';
import { readOwnRounds, type OwnRound } from '../round/own-round.queries.js';
import { publishProblems } from './publish.rules.js';
import { defaultRound } from './round-defaults.js';
import { insertRound, readRoundCounts, readRounds, type RoundRow } from '../round/round.queries.js';
import { countAbove } from '../standings/tally.queries.js';
import { readSupply } from './supply.queries.js';

const listPlace = z.tuple([z.int(), z.uuid()]);

export type ContestListing = {
  as: 'member' | 'organiser';
  shelf: 'current' | 'archived';
  cursor?: string;
  limit: number;
};
type ContestPage = { items: ContestRowView[]; next: string | null; serverNow: string };

/** Contests as their readers and their organisers see them, and their texts while they are drafts. */
@Injectable()
export class ContestService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly privileged: Acts,
    private readonly acts: ContestActs,
  ) {}

  async create(viewer: Viewer, title: string): Promise<ContestDraftView> {
    const id = newId(contestId);
    await this.privileged.run(viewer, async (tx) => {
      await insertContest(tx, { id, title, createdBy: viewer.memberId, at: this.clock.now() });
      await insertRound(tx, { id: newId(roundId), contestId: id, ordinal: 1, settings: defaultRound(1) });
      return { action: 'contest.create', subjectId: id, details: { title } };
    });
    return this.draft(viewer, id);
  }

  async list(viewer: Viewer, { as, shelf, cursor, limit }: ContestListing): Promise<ContestPage> {
    const from = decodeCursor(listPlace, cursor);
    const rows = await listContests(this.dataSource, {
      of: selectionOf(viewer, as),
      archived: shelf === 'archived',
      after: from && { place: from[0], id: from[1] },
      limit: limit + 1,
    });
    const now = this.clock.now();
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map((row) => presentListed(row, now)),
      next: rows.length > limit && last ? encodeCursor([last.place, last.id]) : null,
      serverNow: now.toISOString(),
    };
  }

  async view(viewer: Viewer, id: string): Promise<ContestView> {
    const contest = await this.acts.visible(viewer, id);
    const now = this.clock.now();
    const [rounds, corrections, own] = await Promise.all([
      readRounds(this.dataSource, id),
      readCorrected(this.dataSource, id),
      readOwnRounds(this.dataSource, id, { memberId: viewer.memberId, now }),
    ]);
    const mayEdit = canEditContest(viewer, contest);
    const views = rounds.map(async (row): Promise<{ row: RoundRow; view: RoundView }> => {
      const mine = own.find((candidate) => candidate.roundId === row.id);
      const rank = await this.shownRank(row, mine, now);
      return { row, view: presentRound(row, { contest, viewer, mayEdit, own: mine, rank, now }) };
    });
    return presentContest(contest, await Promise.all(views), { corrections, now, mayEdit });
  }

  async draft(viewer: Viewer, id: string): Promise<ContestDraftView> {
    const contest = await this.acts.editable(viewer, id);
    const now = this.clock.now();
    const [rounds, counts, corrections, supply] = await Promise.all([
      readRounds(this.dataSource, id),
      readRoundCounts(this.dataSource, id),
      readCorrected(this.dataSource, id),
      contest.state === 'draft' ? readSupply(this.dataSource) : [],
    ]);
    const candidates = rounds.map((round) => ({ ...round.settings, id: round.id }));
    const problems =
      contest.state === 'draft' ? publishProblems({ contest, rounds: candidates, supply, now }) : [];
    return presentDraft(contest, { rounds, counts, problems, corrections, now });
  }

  /** Saving what is there already changes nothing and is no act. */
  async write(viewer: Viewer, id: string, { revision, ...written }: WriteContest): Promise<ContestDraftView> {
    await this.acts.run(viewer, id, async (tx, { contest }) => {
      const texts = { ...written, contact: written.contact ?? contest.contact };
      if (contest.state !== 'draft') fail(contestNotDraft);
      if (contest.revision !== revision) fail(staleWrite, { revision: contest.revision });
      const changed = changedTexts(contest, texts);
      if (changed.length === 0) return null;
      await updateContest(tx, id, texts);
      return { action: 'contest.edit', subjectId: id, details: { changed } };
    });
    return this.draft(viewer, id);
  }

  /** Null without a result, and while the standings or the own score are not shown. */
  private async shownRank(round: RoundRow, own: OwnRound | undefined, now: Date): Promise<number | null> {
    const counted = own?.counted;
    if (!counted || !standingsShown(round, now).now) return null;
    if (!scoreShown(round, counted.submittedAt, now).now) return null;
    return (await countAbove(this.dataSource, round.id, counted)) + 1;
  }
}

function changedTexts(contest: ContestRow, texts: Omit<WriteContest, 'revision'>): string[] {
  return (['title', 'summary', 'rules', 'contact'] as const).filter((name) => contest[name] !== texts[name]);
}

function selectionOf(viewer: Viewer, as: ContestListing['as']): ContestSelection['of'] {
  if (as === 'member') return 'published';
  if (!canOrganise.allows(viewer)) fail(forbidden);
  return editingReach(viewer) === 'all' ? 'all' : { createdBy: viewer.memberId };
}
