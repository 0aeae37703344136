import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { TurnoutFilter } from '../../../shared/contest/turnout.schema.js';
import { notSignedIn } from '../../../shared/kernel/failure.js';
import { Clock } from '../../platform/clock.js';
import { fail } from '../../platform/failure-error.js';
import { Exports } from '../../platform/export/exports.service.js';
import type { TableForm } from '../../platform/export/take-away.js';
import type { Asker, FileBody } from '../../platform/http/route.js';
import type { Language } from '../../platform/text/texts.js';
import { Workers, type WorkerTask } from '../../platform/workers/workers.service.js';
import { peopleOf, TurnoutAccess, type Followed } from './turnout-access.service.js';
import { packPeople } from './turnout-rows.queries.js';
import { turnoutTexts, type TurnoutPrint } from './turnout.worker.js';
import { topsOf } from './unit-progress.rules.js';

type Order = TurnoutFilter & { form: TableForm; language: Language };

const bytes = z
  .instanceof(Uint8Array)
  .transform((made) => Buffer.from(made.buffer, made.byteOffset, made.byteLength));
const TASK: WorkerTask<TurnoutPrint, Buffer> = {
  module: new URL('./turnout.worker.js', import.meta.url),
  name: 'people',
  out: bytes,
};

/** Lists of who has entered a round and who has not, to take along. */
@Injectable()
export class TurnoutFiles {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: TurnoutAccess,
    private readonly exports: Exports,
    private readonly workers: Workers,
    private readonly clock: Clock,
  ) {}

  /** Made for who asks: whose people they are and whom they reminded is nobody else's, and changes by the second. */
  async file(asker: Asker, roundId: string, order: Order): Promise<FileBody> {
    const viewer = asker.viewer ?? fail(notSignedIn);
    const { form, language, state, unit = '', q } = order;
    const followed = await this.access.round(viewer, roundId, order.unit);
    const now = this.clock.now();
    const content = await this.exports.file({
      key: ['turnout', viewer.memberId, roundId, now.getTime(), state, unit, form, language, q].join(' '),
      person: viewer.memberId,
      make: async (gone) => this.workers.run(TASK, await this.print(followed, order, now), gone),
      signal: asker.hungUp(),
    });
    return { name: `${turnoutTexts[language]('fileName')}-${followed.round.ordinal}.${form}`, content };
  }

  private async print(
    followed: Followed,
    { form, language, state, unit, q }: Order,
    madeAt: Date,
  ): Promise<TurnoutPrint> {
    const { round, units, scope } = followed;
    const tops = topsOf(units, scope);
    const [top = null] = tops;
    const named = unit ?? (tops.length === 1 ? top : null);
    return {
      form,
      language,
      state,
      parts: await this.dataSource.transaction((tx) => packPeople(tx, { ...peopleOf(followed, q), state })),
      labels: Object.fromEntries([...scope].map((id) => [id, units.labelOf(id)])),
      organisation: top === null ? '' : units.rootNameOf(top),
      scope: named === null ? turnoutTexts[language]('allUnits') : units.labelOf(named),
      contest: round.contestTitle,
      round: { title: round.title, ordinal: round.ordinal, closesAt: round.closesAt },
      madeAt,
    };
  }
}
