import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';

export type AuditRow = {
  actorId: string;
  /** `member.transfer`, `contest.publish`: noun and verb. */
  action: string;
  /** What was acted on; an act on several things leaves a row for each. */
  subjectId: string | readonly string[];
  /** What changed, small enough to read: no passwords, no keys. */
  details?: Record<string, unknown>;
};

/** Every privileged act leaves a row, written in the act's own transaction. */
@Injectable()
export class Audit {
  async record(tx: EntityManager, { actorId, action, subjectId, details }: AuditRow): Promise<void> {
    const subjects = [subjectId].flat();
    await tx.query(
      `INSERT INTO audit_log (id, at, actor_id, action, subject_id, details)
       SELECT id, app_now(), $3, $4, subject_id, $5 FROM unnest($1::uuid[], $2::uuid[]) AS t (id, subject_id)`,
      [subjects.map(() => v7()), subjects, actorId, action, JSON.stringify(details ?? {})],
    );
  }
}
