import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { tooManySlips } from '../../../shared/account/account.errors.js';
import {
  MAX_SLIPS,
  type PrintSlips,
  type SlipCount,
  type SlipQuery,
} from '../../../shared/account/slip.schema.js';
import { notFound } from '../../../shared/kernel/failure.js';
import type { MemberId, UnitId } from '../../../shared/kernel/ids.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config.js';
import type { Sql } from '../../platform/database/sql.js';
import { fail } from '../../platform/failure-error.js';
import type { Asker, FileBody } from '../../platform/http/route.js';
import type { Language } from '../../platform/text/texts.js';
import { FairQueue } from '../../platform/workers/fair-queue.js';
import { Workers, type WorkerTask } from '../../platform/workers/workers.service.js';
import { canMakeSlip, canMakeSlips } from '../account.policy.js';
import { PrivilegedAct } from '../privileged-act.service.js';
import { readUnits } from '../unit/unit.queries.js';
import { SLIPS_TO_A_PAGE, slipTexts, type PrintedSlip, type SlipPrint } from './slip-pdf.present.js';
import { readCandidates, type Candidate, type Wanted } from './slip.queries.js';
import { SlipService } from './slip.service.js';

/** Others get their turn between so many people. */
const PEOPLE_AT_ONCE = 250;
const MAX_WAITING = 50;
const MAX_WAITING_OF_ONE = 2;

const bytes = z
  .instanceof(Uint8Array)
  .transform((made) => Buffer.from(made.buffer, made.byteOffset, made.byteLength));
const task: WorkerTask<SlipPrint, Buffer> = {
  module: new URL('./slip.worker.js', import.meta.url),
  name: 'pdf',
  out: bytes,
};

type Unit = { name: string; path: readonly UnitId[]; place: number };
type Person = Candidate & { unit: Unit };
export type PrintOrder = { wanted: Wanted; language: Language; max: number };

/** Slips of many on sheets to print. They are not kept: whoever prints again gets new ones. */
@Injectable()
export class SlipPrints {
  private readonly queue: FairQueue;

  constructor(
    private readonly dataSource: DataSource,
    private readonly act: PrivilegedAct,
    private readonly slips: SlipService,
    private readonly workers: Workers,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    const { width } = workers;
    this.queue = new FairQueue({ width, maxWaiting: MAX_WAITING, maxWaitingOfOne: MAX_WAITING_OF_ONE });
  }

  async count(viewer: Viewer, wanted: SlipQuery): Promise<SlipCount> {
    let members = 0;
    for await (const people of peopleOf(this.dataSource, viewer, wanted)) members += people.length;
    return { members, pages: Math.ceil(members / SLIPS_TO_A_PAGE) };
  }

  forUnit(viewer: Viewer, { lang, ...wanted }: PrintSlips, asker: Asker): Promise<FileBody> {
    return this.print(viewer, { wanted, language: lang, max: MAX_SLIPS }, asker);
  }

  /** Makes the slips and draws them. `notFound` where there is nobody to make one for. */
  async print(viewer: Viewer, order: PrintOrder, asker: Asker): Promise<FileBody> {
    const { language } = order;
    const signal = asker.hungUp();
    const content = await this.queue.run(
      viewer.memberId,
      async () => {
        const sheets = await this.issue(viewer, order);
        const origin = this.config.PUBLIC_URL?.replace(/\/$/, '') ?? asker.origin;
        return this.workers.run(task, { ...sheets, origin, madeAt: this.clock.now(), language }, signal);
      },
      signal,
    );
    return { name: `${slipTexts[language]('fileName')}.pdf`, content };
  }

  private async issue(
    viewer: Viewer,
    { wanted, max }: PrintOrder,
  ): Promise<Pick<SlipPrint, 'parts' | 'expiresAt'>> {
    const parts: string[] = [];
    let expiresAt: Date | undefined;
    await this.act.run(
      viewer,
      async (tx, actor) => {
        const ids: MemberId[] = [];
        for await (const people of peopleOf(tx, actor, wanted)) {
          const own = people.map(({ id }) => id);
          ids.push(...own);
          if (ids.length > max) return fail(tooManySlips, { max });
          const issued = await this.slips.issue(tx, actor, own);
          expiresAt = issued.expiresAt;
          parts.push(JSON.stringify(people.map((person) => slipOf(person, issued.codes))));
        }
        if (ids.length === 0) return fail(notFound);
        return { action: 'member.make_slip', subjectId: ids };
      },
      canMakeSlips,
    );
    return { parts, expiresAt: expiresAt ?? fail(notFound) };
  }
}

function slipOf(
  { id, full_name: name, code, unit }: Person,
  codes: ReadonlyMap<MemberId, string>,
): PrintedSlip {
  return { name, memberCode: code, unit: unit.name, unitPlace: unit.place, code: codes.get(id) ?? '' };
}

/** Those of the wanted whom the viewer may let in, some at a time: others get their turn in between. */
async function* peopleOf(sql: Sql, viewer: Viewer, wanted: Wanted): AsyncGenerator<Person[]> {
  const units = await readUnitsById(sql);
  for (let after: string | null = null; ;) {
    const candidates: Candidate[] = await readCandidates(sql, wanted, { after, limit: PEOPLE_AT_ONCE });
    const last = candidates.at(-1);
    if (!last) return;
    const people = candidates.flatMap((candidate) => personOf(viewer, candidate, units));
    if (people.length > 0) yield people;
    after = last.id;
  }
}

function personOf(viewer: Viewer, candidate: Candidate, units: ReadonlyMap<UnitId, Unit>): Person[] {
  const unit = units.get(candidate.unit_id);
  if (!unit) return [];
  const roles = candidate.roles.map((grant) => ({
    grant,
    unitPath: (grant.unitId && units.get(grant.unitId)?.path) || [],
  }));
  return canMakeSlip(viewer, { unitPath: unit.path, roles }) ? [{ ...candidate, unit }] : [];
}

async function readUnitsById(sql: Sql): Promise<ReadonlyMap<UnitId, Unit>> {
  const units = await readUnits(sql);
  return new Map(units.map(({ id, name, path }, place) => [id, { name, path, place }]));
}
