import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { notFound, notSignedIn } from '../../../shared/kernel/failure.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { Clock } from '../../platform/clock.js';
import { Exports } from '../../platform/export/exports.service.js';
import type { TableForm } from '../../platform/export/take-away.js';
import { fail } from '../../platform/failure-error.js';
import type { Asker, FileBody } from '../../platform/http/route.js';
import type { Language } from '../../platform/text/texts.js';
import { Workers } from '../../platform/workers/workers.service.js';
import { ContestActs } from '../round/contest-act.service.js';
import { unitsOf } from '../round/eligible-units.queries.js';
import type { FrozenRound } from '../round/frozen-round.queries.js';
import { FrozenRounds } from '../round/frozen-round.service.js';
import { StandingsService } from '../standings/standings.service.js';
import { readTally } from '../standings/tally.queries.js';
import { UnitTree } from '../standings/unit-tree.service.js';
import { packAttempts, packMissing, readAskedQuestions } from './attempt-rows.queries.js';
import type { AttemptsPrint } from './attempts-table.present.js';
import { fileTexts, type RoundFacts } from './round-book.present.js';
import { readRoundHead } from './round-head.queries.js';
import type { StandingsPrint } from './standings-table.present.js';
import { packStandings } from './standings-rows.queries.js';
import type { UnitsPrint } from './units-table.present.js';

export type PaperForm = TableForm | 'pdf';
export type FileOrder<Form> = { form: Form; language: Language };

/** What was corrected without a change of results, as a name, is in the files of the next minute. */
const MINUTE_MS = 60_000;

const bytes = z
  .instanceof(Uint8Array)
  .transform((made) => Buffer.from(made.buffer, made.byteOffset, made.byteLength));
type Kind = 'standings' | 'units' | 'attempts';
const taskOf = (name: Kind) => ({
  module: new URL('./files.worker.js', import.meta.url),
  name,
  out: bytes,
});

type Prepared = { round: FrozenRound; kind: Kind; make: (gone: AbortSignal) => Promise<Buffer> };

/** Results of a round to take along, as they are at the moment: made in a thread, once for all who ask for the same. */
@Injectable()
export class RoundFiles {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly standings: StandingsService,
    private readonly rounds: FrozenRounds,
    private readonly acts: ContestActs,
    private readonly tree: UnitTree,
    private readonly exports: Exports,
    private readonly workers: Workers,
  ) {}

  /** For who may see the standings. */
  async standingsFile(asker: Asker, roundId: string, order: FileOrder<PaperForm>): Promise<FileBody> {
    const round = await this.standings.visibleRound(viewerOf(asker), roundId);
    const make = async (gone: AbortSignal): Promise<Buffer> =>
      this.workers.run(
        taskOf('standings'),
        { ...(await this.standingsPrint(round, order.language)), ...only(order) },
        gone,
      );
    return this.file(asker, order, { round, kind: 'standings', make });
  }

  async unitsFile(asker: Asker, roundId: string, order: FileOrder<PaperForm>): Promise<FileBody> {
    const round = await this.standings.visibleRound(viewerOf(asker), roundId);
    const make = async (gone: AbortSignal): Promise<Buffer> =>
      this.workers.run(
        taskOf('units'),
        { ...(await this.unitsPrint(round, order.language)), ...only(order) },
        gone,
      );
    return this.file(asker, order, { round, kind: 'units', make });
  }

  /** For who may edit the contest: what somebody answered is nobody else's. */
  async attemptsFile(asker: Asker, roundId: string, order: FileOrder<TableForm>): Promise<FileBody> {
    await this.acts.editableRound(viewerOf(asker), roundId);
    const round = (await this.rounds.find(roundId)) ?? fail(notFound);
    const make = async (gone: AbortSignal): Promise<Buffer> =>
      this.workers.run(
        taskOf('attempts'),
        { ...(await this.attemptsPrint(round, order.language)), ...only(order) },
        gone,
      );
    return this.file(asker, order, { round, kind: 'attempts', make });
  }

  private async file(
    asker: Asker,
    { form, language }: FileOrder<PaperForm>,
    { round, kind, make }: Prepared,
  ): Promise<FileBody> {
    const [{ revision }, head] = await Promise.all([
      readTally(this.dataSource, round.id),
      readRoundHead(this.dataSource, round.id),
    ]);
    const { entries = 0, ordinal = 1 } = head ?? {};
    const minute = Math.floor(this.clock.nowMs() / MINUTE_MS);
    const content = await this.exports.file({
      key: [kind, round.id, revision, entries, round.allCounted, minute, language, form].join(' '),
      person: viewerOf(asker).memberId,
      make,
      signal: asker.hungUp(),
    });
    return { name: `${fileTexts[language](`names.${kind}`)}-${ordinal}.${form}`, content };
  }

  private standingsPrint(round: FrozenRound, language: Language): Promise<StandingsPrint> {
    return this.atOneMoment(async (tx) => ({
      facts: await this.facts(tx, round),
      parts: await packStandings(tx, round.id),
      labels: await this.labels(),
      language,
    }));
  }

  private async unitsPrint(round: FrozenRound, language: Language): Promise<UnitsPrint> {
    const units = await this.standings.unitTable(round);
    return { facts: await this.facts(this.dataSource.manager, round), units: [...units], language };
  }

  private attemptsPrint(round: FrozenRound, language: Language): Promise<AttemptsPrint> {
    return this.atOneMoment(async (tx) => ({
      facts: await this.facts(tx, round),
      parts: await packAttempts(tx, round.id),
      missing: await packMissing(tx, round.id, unitsOf(round.eligibility)),
      questions: await readAskedQuestions(tx, round.id),
      pointsPerQuestion: round.pointsPerQuestion,
      paperSize: round.blueprint.reduce((sum, { count }) => sum + count, 0),
      labels: await this.labels(),
      language,
    }));
  }

  /** Of the database, so that what is said of the whole fits its rows. */
  private atOneMoment<Print>(read: (tx: EntityManager) => Promise<Print>): Promise<Print> {
    return this.dataSource.transaction('REPEATABLE READ', read);
  }

  private async facts(tx: EntityManager, round: FrozenRound): Promise<RoundFacts> {
    const head = (await readRoundHead(tx, round.id)) ?? fail(notFound);
    return {
      organisation: await this.standings.organisation(round),
      contest: round.contestTitle,
      round: round.title,
      ordinal: head.ordinal,
      opensAt: round.opensAt,
      closesAt: round.closesAt,
      isFinal: round.allCounted,
      madeAt: this.clock.now(),
    };
  }

  private async labels(): Promise<Record<string, string>> {
    const units = await this.tree.read([]);
    return Object.fromEntries([...units.within(null)].map((id) => [id, units.labelOf(id)]));
  }
}

const only = <Form>({ form }: FileOrder<Form>): { form: Form } => ({ form });
const viewerOf = ({ viewer }: Asker): Viewer => viewer ?? fail(notSignedIn);
