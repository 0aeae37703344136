import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import {
  contestNotDraft,
  contestNotOver,
  contestNotPublished,
} from '../../../shared/contest/contest.errors.js';
import {
  correctableText,
  type CorrectionPage,
  type CorrectTexts,
} from '../../../shared/contest/contest-life.schema.js';
import {
  contestId,
  roundId,
  type ContestDraftView,
  type RoundSettings,
  type Visibility,
} from '../../../shared/contest/contest.schema.js';
import { notFound, staleWrite } from '../../../shared/kernel/failure.js';
import type { PageQuery } from '../../../shared/kernel/page.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { Acts } from '../../platform/act/acts.service.js';
import { Clock } from '../../platform/clock.js';
import { fail } from '../../platform/failure-error.js';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.js';
import { newId } from '../../platform/ids.js';
import { ContestService } from '../builder/contest.service.js';
import { ContestActs } from '../round/contest-act.service.js';
import {
  addCorrections,
  lockDeleted,
  readCorrections,
  setArchived,
  setDeleted,
  setRestored,
  sweepDeleted,
} from '../round/contest-life.queries.js';
import { contestCanBe } from '../round/contest-life.rules.js';
import { canEditContest } from '../round/contest.policy.js';
import { insertContest, updateContest } from '../round/contest.queries.js';
import { insertRound, readRounds } from '../round/round.queries.js';

const correctionPlace = z.tuple([z.int(), z.uuid()]);
/** How long a draft that was thrown away can be taken back at least. */
const KEPT_MS = 24 * 3_600_000;

/** What becomes of contests around their rounds: copied, thrown away, put away, and corrected once published. */
@Injectable()
export class ContestLife {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly privileged: Acts,
    private readonly acts: ContestActs,
    private readonly contests: ContestService,
  ) {}

  /** A new draft with the same texts and rounds, and nothing of the people who took part. */
  async copy(viewer: Viewer, id: string, title: string): Promise<ContestDraftView> {
    const source = await this.acts.editable(viewer, id);
    const rounds = await readRounds(this.dataSource, id);
    const copy = newId(contestId);
    await this.privileged.run(viewer, async (tx) => {
      await insertContest(tx, { id: copy, title, createdBy: viewer.memberId, at: this.clock.now() });
      await updateContest(tx, copy, { ...source, title });
      for (const { ordinal, settings } of rounds)
        await insertRound(tx, { id: newId(roundId), contestId: copy, ordinal, settings: undated(settings) });
      return { action: 'contest.copy', subjectId: copy, details: { from: id, title } };
    });
    return this.contests.draft(viewer, copy);
  }

  async remove(viewer: Viewer, id: string): Promise<void> {
    await this.acts.run(viewer, id, async (tx, { contest }) => {
      if (contest.state !== 'draft') fail(contestNotDraft);
      await setDeleted(tx, id, this.clock.now());
      return { action: 'contest.delete', subjectId: id, details: { title: contest.title } };
    });
  }

  /** Takes a draft back that was thrown away; one that is there stays as it is. */
  async restore(viewer: Viewer, id: string): Promise<ContestDraftView> {
    await this.privileged.run(viewer, async (tx) => {
      const deleted = await lockDeleted(tx, id);
      if (!deleted) return null;
      if (!canEditContest(viewer, deleted)) fail(notFound);
      await setRestored(tx, id, this.clock.now());
      return { action: 'contest.restore', subjectId: id };
    });
    return this.contests.draft(viewer, id);
  }

  async archive(viewer: Viewer, id: string): Promise<ContestDraftView> {
    await this.acts.run(viewer, id, async (tx, { contest, rounds }) => {
      if (contest.archivedAt) return null;
      const now = this.clock.now();
      if (!contestCanBe(contest, rounds, now).archive) fail(contestNotOver);
      await setArchived(tx, id, now);
      return { action: 'contest.archive', subjectId: id };
    });
    return this.contests.draft(viewer, id);
  }

  async unarchive(viewer: Viewer, id: string): Promise<ContestDraftView> {
    await this.acts.run(viewer, id, async (tx, { contest }) => {
      if (!contest.archivedAt) return null;
      await setArchived(tx, id, null);
      return { action: 'contest.unarchive', subjectId: id };
    });
    return this.contests.draft(viewer, id);
  }

  /** Texts of a published contest; what they were is kept, and readers learn that they are others now. */
  async correct(viewer: Viewer, id: string, { revision, ...texts }: CorrectTexts): Promise<ContestDraftView> {
    await this.acts.run(viewer, id, async (tx, { contest }) => {
      if (contest.state !== 'published') fail(contestNotPublished);
      if (contest.revision !== revision) fail(staleWrite, { revision: contest.revision });
      const changed = correctableText.options.filter((field) => contest[field] !== texts[field]);
      if (changed.length === 0) return null;
      const made = changed.map((field) => ({
        id: newId(z.uuid()),
        field,
        before: contest[field],
        after: texts[field],
      }));
      await updateContest(tx, id, { ...texts, title: contest.title });
      const by = { contestId: id, memberId: viewer.memberId, at: this.clock.now() };
      await addCorrections(tx, by, made);
      return { action: 'contest.correct', subjectId: id, details: { changed } };
    });
    return this.contests.draft(viewer, id);
  }

  async corrections(viewer: Viewer, id: string, { cursor, limit }: PageQuery): Promise<CorrectionPage> {
    await this.acts.editable(viewer, id);
    const from = decodeCursor(correctionPlace, cursor);
    const after = from && { place: from[0], id: from[1] };
    const rows = await readCorrections(this.dataSource, id, { after, limit: limit + 1 });
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return { items, next: rows.length > limit && last ? encodeCursor([last.place, last.id]) : null };
  }

  async sweepDeleted(): Promise<void> {
    await sweepDeleted(this.dataSource, new Date(this.clock.now().getTime() - KEPT_MS));
  }
}

/** The dates of last year's rounds are not those of the next. */
function undated(settings: RoundSettings): RoundSettings {
  const free = (visible: Visibility): Visibility => (visible.kind === 'at' ? { kind: 'on_close' } : visible);
  return {
    ...settings,
    opensAt: null,
    closesAt: null,
    resultsVisible: free(settings.resultsVisible),
    answersVisible: free(settings.answersVisible),
    standingsVisible: free(settings.standingsVisible),
  };
}
