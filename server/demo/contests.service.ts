import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ContestDraftView, RoundDraftView } from '../../shared/contest/contest.schema.js';
import type { Viewer } from '../../shared/kernel/viewer.js';
import { ContestService } from '../contest/builder/contest.service.js';
import { FrozenRounds } from '../contest/round/frozen-round.service.js';
import { PublicationService } from '../contest/builder/publication.service.js';
import { RoundService } from '../contest/builder/round.service.js';
import { TopicService } from '../question-bank/topic/topic.service.js';
import { DemoAttempts } from './attempts.service.js';
import { blueprintOf, windowOf, type DemoContest, type DemoRound } from './contests.js';
import { fixDraw, type DemoEntrant } from './organisation.queries.js';
import { StoryClock } from './story-clock.js';
import type { WorldRound } from './world.rules.js';

const DAY = 86_400_000;

/** Contests of the demo world, written, published and taken part in through the very code that real ones run. */
@Injectable()
export class DemoContests {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: StoryClock,
    private readonly topics: TopicService,
    private readonly contests: ContestService,
    private readonly rounds: RoundService,
    private readonly publication: PublicationService,
    private readonly frozen: FrozenRounds,
    private readonly attempts: DemoAttempts,
  ) {}

  /** Published the day before its first round opens, or yesterday where that lies ahead. */
  async hold(organiser: Viewer, demo: DemoContest, everybody: readonly DemoEntrant[]): Promise<WorldRound[]> {
    const { present } = this.clock;
    const opens = demo.rounds.map((round) => windowOf(round, present).opensAt.getTime());
    this.clock.goTo(new Date(Math.min(...opens, present.getTime()) - DAY));
    const published = await this.publish(organiser, demo);
    const played: WorldRound[] = [];
    for (const [index, round] of demo.rounds.entries()) {
      const id = published.rounds[index]?.id;
      if (id) played.push(await this.play(id, { demo, round, everybody }));
    }
    return played;
  }

  private async publish(organiser: Viewer, demo: DemoContest): Promise<ContestDraftView> {
    const { title, summary, rules } = demo;
    let draft = await this.contests.create(organiser, title);
    const { id, revision } = draft;
    draft = await this.contests.write(organiser, id, { title, summary, rules, revision });
    while (draft.rounds.length < demo.rounds.length) draft = await this.rounds.add(organiser, id);
    for (const [index, round] of demo.rounds.entries()) {
      const written = draft.rounds[index];
      if (written) draft = await this.writeRound(organiser, round, written);
    }
    return this.publication.publish(organiser, id);
  }

  private async writeRound(
    organiser: Viewer,
    round: DemoRound,
    written: RoundDraftView,
  ): Promise<ContestDraftView> {
    const { items: topics } = await this.topics.list();
    const { opensAt, closesAt } = windowOf(round, this.clock.present);
    return this.rounds.write(organiser, written.id, {
      ...written,
      ...round.settings,
      title: round.title,
      opensAt: opensAt.toISOString(),
      closesAt: closesAt.toISOString(),
      blueprint: blueprintOf(round, topics),
    });
  }

  /** The draw is the same at every start, and so are the papers, the answers and the points. */
  private async play(
    id: string,
    { demo, round, everybody }: { demo: DemoContest; round: DemoRound; everybody: readonly DemoEntrant[] },
  ): Promise<WorldRound> {
    const seed = createHash('sha256').update(`${demo.title}/${round.title}`).digest();
    await fixDraw(this.dataSource, id, seed);
    this.frozen.forget(id);
    const { present } = this.clock;
    const { opensAt, closesAt } = windowOf(round, present);
    const until = closesAt < present ? closesAt : present;
    const entrants = everybody.filter((_member, place) => (place * 31) % everybody.length < round.entrants);
    return { title: round.title, entries: await this.attempts.take(id, entrants, { opensAt, until }) };
  }
}
