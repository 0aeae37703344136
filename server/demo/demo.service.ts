import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Viewer } from '../../shared/kernel/viewer.js';
import { Passwords } from '../account/session/passwords.service.js';
import { QuestionService } from '../question-bank/question/question.service.js';
import { demoContests } from './contests.js';
import { DemoContests } from './contests.service.js';
import { demoPeople, demoStaff, demoUnits, PASSWORD, unitsIn } from './organisation.js';
import { addOrganisation, readEntrants, readStaff } from './organisation.queries.js';
import { DemoQnaSessions } from './qna-sessions.service.js';
import { demoQuestions } from './questions/all.js';
import { StoryClock } from './story-clock.js';
import { readWorld } from './world.queries.js';
import { differences, type World, type WorldRound } from './world.rules.js';

const ORGANISER = 'HD-0004';
const MODERATOR = 'HD-0003';
const COORDINATOR = 'HD-0002';
/** So many of the differences are named. */
const NAMED = 5;

/** Fills an empty database with a world that looks alive, and looks whether it came out as it was meant. */
@Injectable()
export class DemoService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: StoryClock,
    private readonly passwords: Passwords,
    private readonly questions: QuestionService,
    private readonly contests: DemoContests,
    private readonly qna: DemoQnaSessions,
  ) {}

  /** Answers what the world has to be now. */
  async fill(onProgress: (text: string) => void): Promise<World> {
    onProgress('demo world: units and members');
    const passwordHash = await this.passwords.hash(PASSWORD);
    const now = this.clock.present;
    await this.dataSource.transaction((tx) => addOrganisation(tx, { now, passwordHash }));
    const organiser = await readStaff(this.dataSource, ORGANISER);
    onProgress('demo world: questions');
    await this.addQuestions(organiser);
    onProgress('demo world: contests and attempts');
    const everybody = await readEntrants(this.dataSource);
    const rounds: WorldRound[] = [];
    for (const contest of demoContests)
      rounds.push(...(await this.contests.hold(organiser, contest, everybody)));
    onProgress('demo world: question sessions');
    const host = await readStaff(this.dataSource, MODERATOR);
    const triage = await readStaff(this.dataSource, COORDINATOR);
    const sessions = await this.qna.hold(host, [triage.memberId, organiser.memberId], everybody);
    return { counts: meantCounts(), rounds, sessions };
  }

  /** Fails when the rows are not what was meant. */
  async check(meant: World): Promise<void> {
    const wrong = differences(meant, await readWorld(this.dataSource));
    if (wrong.length === 0) return;
    const more = wrong.length > NAMED ? `; and ${wrong.length - NAMED} more` : '';
    throw new Error(
      `the demo world did not come out as it is meant, so nothing of it was kept: ${wrong.slice(0, NAMED).join('; ')}${more}`,
    );
  }

  private async addQuestions(organiser: Viewer): Promise<void> {
    const ids: string[] = [];
    for (const question of demoQuestions) ids.push((await this.questions.create(organiser, question)).id);
    await this.questions.review(organiser, ids, 'reviewed');
  }
}

function meantCounts(): World['counts'] {
  return {
    units: unitsIn(demoUnits).length,
    members: demoStaff.length + demoPeople().length,
    roles: demoStaff.flatMap(({ roles }) => roles).length,
    questions: demoQuestions.length,
    contests: demoContests.length,
  };
}
