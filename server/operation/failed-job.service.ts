import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { notFound } from '../../shared/kernel/failure.js';
import type { PageQuery } from '../../shared/kernel/page.js';
import type { Viewer } from '../../shared/kernel/viewer.js';
import {
  failedJobId,
  type FailedJob,
  type FailedJobId,
  type FailedJobPage,
} from '../../shared/operation/failed-job.schema.js';
import { Acts } from '../platform/act/acts.service.js';
import { fail } from '../platform/failure-error.js';
import { decodeCursor, encodeCursor } from '../platform/http/cursor.js';
import { lockDeadLetter, readDeadLetters, type DeadLetter } from '../platform/jobs/dead-letter.queries.js';
import { Jobs } from '../platform/jobs/jobs.service.js';

/** The latest microsecond a cursor may name is in the year 2096. */
const place = z.tuple([z.number().int().min(0).max(4e15), failedJobId]);

type Decision = { action: string; act: (tx: EntityManager) => Promise<void> };

/** What the application could not do by itself: an administrator has it done again, or leaves it undone. */
@Injectable()
export class FailedJobService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Jobs,
    private readonly acts: Acts,
  ) {}

  async list({ cursor, limit }: PageQuery): Promise<FailedJobPage> {
    const from = decodeCursor(place, cursor);
    const after = from && { place: from[0], id: from[1] };
    const rows = await readDeadLetters(this.dataSource, { after, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return { items: shown.map(present), next: last ? encodeCursor([last.place, last.id]) : null };
  }

  async runAgain(viewer: Viewer, id: FailedJobId): Promise<void> {
    await this.decide(viewer, id, { action: 'job.run_again', act: (tx) => this.jobs.runAgain(tx, id) });
    this.jobs.wake();
  }

  async skip(viewer: Viewer, id: FailedJobId): Promise<void> {
    await this.decide(viewer, id, { action: 'job.skip', act: (tx) => this.jobs.skip(tx, id) });
  }

  /** Of two who decide on one job at once, the second finds it gone. */
  private async decide(viewer: Viewer, id: FailedJobId, { action, act }: Decision): Promise<void> {
    await this.acts.run(viewer, async (tx) => {
      const { name, error, jobId, tries, since } = (await lockDeadLetter(tx, id)) ?? fail(notFound);
      await act(tx);
      return { action, subjectId: id, details: { name, error, jobId, tries, since: since.toISOString() } };
    });
  }
}

function present({ id, name, error, jobId, tries, since, failedAt }: DeadLetter): FailedJob {
  return {
    id: failedJobId.parse(id),
    name,
    error,
    jobId,
    tries,
    since: since.toISOString(),
    failedAt: failedAt.toISOString(),
  };
}
