import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { codeTaken, emailTaken, unitNameTaken } from '../../shared/account/account.errors.js';
import type { FailureKind } from '../../shared/kernel/failure.js';
import type { Viewer } from '../../shared/kernel/viewer.js';
import { Audit, type AuditRow } from '../platform/audit.service.js';
import { Sessions } from '../platform/auth/sessions.service.js';
import { isUniqueViolation } from '../platform/database/database-away.js';
import { fail } from '../platform/failure-error.js';

/** What an act did, for the log; null when everything was so already. */
export type Done = Omit<AuditRow, 'actorId'> | null;

const CONFLICTS: [index: string, kind: FailureKind][] = [
  ['member_code', codeTaken],
  ['member_email', emailTaken],
  ['auth_user_email_key', emailTaken],
  ['unit_name_among_siblings', unitNameTaken],
];

/**
 * One privileged act: one transaction with its audit row. Races end at a unique index and come back as what was taken.
 * Once committed, this node reads every viewer anew; the others are told by the notifications of the transaction.
 */
@Injectable()
export class PrivilegedAct {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: Audit,
    private readonly sessions: Sessions,
  ) {}

  async run(viewer: Viewer, act: (tx: EntityManager) => Promise<Done>): Promise<void> {
    try {
      await this.dataSource.transaction(async (tx) => {
        const done = await act(tx);
        if (done) await this.audit.record(tx, { actorId: viewer.memberId, ...done });
      });
    } catch (error) {
      const conflict = CONFLICTS.find(([index]) => isUniqueViolation(error, index));
      if (conflict) fail(conflict[1]);
      throw error;
    }
    this.sessions.forgetAll();
  }
}
