import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { FailureKind } from '../../../shared/kernel/failure.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { Audit, type AuditRow } from '../audit.service.js';
import { isUniqueViolation } from '../database/database-away.js';
import { fail } from '../failure-error.js';

/** What an act did, for the log; null when everything was so already. */
export type Done = Omit<AuditRow, 'actorId'> | null;

/** Holds the rows it needs, asks the rule, writes. */
export type Change = (tx: EntityManager) => Promise<Done>;

/** Which failure it is when two reach for the same value of a unique index at once. */
export type Conflicts = readonly (readonly [index: string, kind: FailureKind])[];

/**
 * One privileged act: one transaction that ends with its audit row, so that neither is there without the other. Races
 * end at a unique index and come back as what was taken. What has to be told is told when `run` has returned: by then
 * it is committed.
 */
@Injectable()
export class Acts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: Audit,
  ) {}

  /** Answers what was done, as it was logged. */
  async run(
    { memberId }: Pick<Viewer, 'memberId'>,
    change: Change,
    conflicts: Conflicts = [],
  ): Promise<Done> {
    try {
      return await this.dataSource.transaction(async (tx) => {
        const done = await change(tx);
        if (done) await this.audit.record(tx, { actorId: memberId, ...done });
        return done;
      });
    } catch (error) {
      const conflict = conflicts.find(([index]) => isUniqueViolation(error, index));
      if (conflict) fail(conflict[1]);
      throw error;
    }
  }
}
