import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SessionService } from '../account/session/session.service.js';
import { ContestService } from '../contest/builder/contest.service.js';
import { PublicationService } from '../contest/builder/publication.service.js';
import { RoundService } from '../contest/builder/round.service.js';
import type { ContestDraftView, RoundDraftView } from '../../shared/contest/contest.schema.js';
import type { Viewer } from '../../shared/kernel/viewer.js';
import { Clock } from '../platform/clock.js';
import { QuestionService } from '../question-bank/question/question.service.js';
import { DemoAttempts } from './attempts.service.js';
import { blueprintOf, demoContests, windowOf, type DemoContest, type DemoRound } from './contests.js';
import { demoStaff } from './organisation.js';
import {
  addOrganisation,
  isDemoWorld,
  isEmptyWorld,
  moveWindow,
  readEntrants,
  readStaff,
} from './organisation.queries.js';
import { DemoQnaSessions } from './qna-sessions.service.js';
import { demoQuestions } from './questions/all.js';

export type DemoLogin = { role: string; login: string; password: string };

/** Good enough for a world that only answers on loopback. */
const PASSWORD = 'hai-dang-2026';
const HOUR = 3_600_000;
const ORGANISER = 'HD-0004';
const MODERATOR = 'HD-0003';
const COORDINATOR = 'HD-0002';

/** Fills an empty database with a world that looks alive; a database that holds anything is left as it is. */
@Injectable()
export class DemoService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly sessions: SessionService,
    private readonly questions: QuestionService,
    private readonly contests: ContestService,
    private readonly rounds: RoundService,
    private readonly publication: PublicationService,
    private readonly attempts: DemoAttempts,
    private readonly qna: DemoQnaSessions,
  ) {}

  /** The logins to show; none when the database is somebody's own. */
  async seed(onProgress: (text: string) => void): Promise<DemoLogin[]> {
    if (await isEmptyWorld(this.dataSource)) await this.fill(onProgress);
    if (!(await this.isHere())) return [];
    return demoStaff.map(({ shown, email, code }) => ({
      role: shown,
      login: email ?? code,
      password: PASSWORD,
    }));
  }

  /** Whether this database holds the people whose passwords everybody knows. */
  isHere(): Promise<boolean> {
    return isDemoWorld(this.dataSource);
  }

  private async fill(onProgress: (text: string) => void): Promise<void> {
    onProgress('demo world: units and members');
    const passwordHash = await this.sessions.hash(PASSWORD);
    const now = this.clock.now();
    await this.dataSource.transaction((tx) => addOrganisation(tx, { now, passwordHash }));
    const organiser = await readStaff(this.dataSource, ORGANISER);
    onProgress('demo world: questions');
    const ids: string[] = [];
    for (const question of demoQuestions) ids.push((await this.questions.create(organiser, question)).id);
    await this.questions.review(organiser, ids, 'reviewed');
    onProgress('demo world: contests and attempts');
    for (const contest of demoContests) await this.addContest(organiser, contest, now);
    onProgress('demo world: question sessions');
    const [host, triage] = [
      await readStaff(this.dataSource, MODERATOR),
      await readStaff(this.dataSource, COORDINATOR),
    ];
    await this.qna.hold(host, [triage.memberId, organiser.memberId]);
  }

  private async addContest(organiser: Viewer, contest: DemoContest, now: Date): Promise<void> {
    let draft = await this.contests.create(organiser, contest.title);
    const { title, summary, rules } = contest;
    draft = await this.contests.write(organiser, draft.id, {
      title,
      summary,
      rules,
      revision: draft.revision,
    });
    while (draft.rounds.length < contest.rounds.length) draft = await this.rounds.add(organiser, draft.id);
    for (const [index, round] of contest.rounds.entries()) {
      const written = draft.rounds[index];
      if (written) draft = await this.writeRound(organiser, { round, written, now });
    }
    const published = await this.publication.publish(organiser, draft.id);
    await this.playRounds(published, contest, now);
  }

  /** Publishing wants windows that lie ahead; they are moved to their place afterwards. */
  private async writeRound(
    organiser: Viewer,
    { round, written, now }: { round: DemoRound; written: RoundDraftView; now: Date },
  ): Promise<ContestDraftView> {
    const { items: topics } = await this.questions.topics();
    const { opensAt, closesAt } = windowOf(round, now);
    const aheadMs = Math.max(0, now.getTime() + HOUR - opensAt.getTime());
    return this.rounds.write(organiser, written.id, {
      ...written,
      ...round.settings,
      title: round.title,
      opensAt: new Date(opensAt.getTime() + aheadMs).toISOString(),
      closesAt: new Date(closesAt.getTime() + aheadMs).toISOString(),
      blueprint: blueprintOf(round, topics),
    });
  }

  private async playRounds(published: ContestDraftView, contest: DemoContest, now: Date): Promise<void> {
    const everybody = await readEntrants(this.dataSource);
    for (const [index, round] of contest.rounds.entries()) {
      const id = published.rounds[index]?.id;
      if (!id) continue;
      const window = windowOf(round, now);
      await moveWindow(this.dataSource, id, window);
      const until = window.closesAt < now ? window.closesAt : now;
      const entrants = everybody.filter((_member, place) => (place * 31) % everybody.length < round.entrants);
      await this.attempts.take(id, entrants, { opensAt: window.opensAt, until });
    }
  }
}
