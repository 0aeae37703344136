import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { codeTaken, emailTaken, unitNameTaken } from '../../shared/account/account.errors.js';
import { forbidden } from '../../shared/kernel/failure.js';
import type { Policy, Viewer } from '../../shared/kernel/viewer.js';
import { Acts, type Change, type Conflicts, type Done } from '../platform/act/acts.service.js';
import { Sessions } from '../platform/auth/sessions.service.js';
import { fail } from '../platform/failure-error.js';
import { canManageMembers } from './account.policy.js';
import { lockRoles, readGrants } from './role.queries.js';

/** `actor` is the viewer with the roles they have when the act begins. */
export type Act = (tx: EntityManager, actor: Viewer) => Promise<Done>;

const CONFLICTS: Conflicts = [
  ['member_code', codeTaken],
  ['member_email', emailTaken],
  ['auth_user_email_key', emailTaken],
  ['unit_name_among_siblings', unitNameTaken],
];

/**
 * One act on members, units or roles. What waited (for a hash, for its turn) and whose author lost their roles or left
 * meanwhile is refused. Once committed, this node reads every viewer anew; the others are told by the notifications of the transaction.
 */
@Injectable()
export class PrivilegedAct {
  constructor(
    private readonly acts: Acts,
    private readonly sessions: Sessions,
  ) {}

  run(viewer: Viewer, act: Act, policy: Policy = canManageMembers): Promise<void> {
    return this.commit(viewer, async (tx) => act(tx, await actorNow(tx, viewer, policy)));
  }

  /** The same for an act on roles, which come one after the other. */
  runOnRoles(viewer: Viewer, act: Act): Promise<void> {
    return this.commit(viewer, async (tx) => {
      await lockRoles(tx);
      return act(tx, await actorNow(tx, viewer, canManageMembers));
    });
  }

  private async commit(viewer: Viewer, change: Change): Promise<void> {
    await this.acts.run(viewer, change, CONFLICTS);
    this.sessions.forgetAll();
  }
}

async function actorNow(tx: EntityManager, viewer: Viewer, policy: Policy): Promise<Viewer> {
  const actor = { ...viewer, grants: await readGrants(tx, viewer.memberId) };
  return policy.allows(actor) ? actor : fail(forbidden);
}
