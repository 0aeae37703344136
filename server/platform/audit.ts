import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';

export type AuditRow = {
  actorId: string;
  /** `member.transfer`, `contest.publish`: noun and verb. */
  action: string;
  subjectId: string;
  /** What changed, small enough to read: no passwords, no keys. */
  details?: Record<string, unknown>;
};

/** Every privileged act leaves a row, written in the act's own transaction. */
@Injectable()
export class Audit {
  async record(tx: EntityManager, row: AuditRow): Promise<void> {
    await tx.query(
      `INSERT INTO audit_log (id, at, actor_id, action, subject_id, details) VALUES ($1, app_now(), $2, $3, $4, $5)`,
      [v7(), row.actorId, row.action, row.subjectId, JSON.stringify(row.details ?? {})],
    );
  }
}
