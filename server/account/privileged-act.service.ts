import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { codeTaken, emailTaken, unitNameTaken } from '../../shared/account/account.errors.js';
import { forbidden, type FailureKind } from '../../shared/kernel/failure.js';
import type { Viewer } from '../../shared/kernel/viewer.js';
import { Audit, type AuditRow } from '../platform/audit.service.js';
import { Sessions } from '../platform/auth/sessions.service.js';
import { isUniqueViolation } from '../platform/database/database-away.js';
import { fail } from '../platform/failure-error.js';
import { canManageMembers } from './account.policy.js';
import { lockRoles, readGrants } from './role.queries.js';

/** What an act did, for the log; null when everything was so already. */
export type Done = Omit<AuditRow, 'actorId'> | null;

/** `actor` is the viewer with the roles they have when the act begins. */
export type Act = (tx: EntityManager, actor: Viewer) => Promise<Done>;

const CONFLICTS: [index: string, kind: FailureKind][] = [
  ['member_code', codeTaken],
  ['member_email', emailTaken],
  ['auth_user_email_key', emailTaken],
  ['unit_name_among_siblings', unitNameTaken],
];

/**
 * One privileged act: one transaction with its audit row. What waited (for a hash, for its turn) and whose author lost
 * their roles or left meanwhile is refused. Races end at a unique index and come back as what was taken.
 * Once committed, this node reads every viewer anew; the others are told by the notifications of the transaction.
 */
@Injectable()
export class PrivilegedAct {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: Audit,
    private readonly sessions: Sessions,
  ) {}

  run(viewer: Viewer, act: Act): Promise<void> {
    return this.commit(viewer, async (tx) => act(tx, await actorNow(tx, viewer)));
  }

  /** The same for an act on roles, which come one after the other. */
  runOnRoles(viewer: Viewer, act: Act): Promise<void> {
    return this.commit(viewer, async (tx) => {
      await lockRoles(tx);
      return act(tx, await actorNow(tx, viewer));
    });
  }

  private async commit(viewer: Viewer, act: (tx: EntityManager) => Promise<Done>): Promise<void> {
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

async function actorNow(tx: EntityManager, viewer: Viewer): Promise<Viewer> {
  const actor = { ...viewer, grants: await readGrants(tx, viewer.memberId) };
  return canManageMembers.allows(actor) ? actor : fail(forbidden);
}
