import type { OwnAccount, OwnSession } from '../../../shared/account/own.schema.js';
import { deviceOf } from './device.rules.js';
import type { AccountRow, SessionRow } from './own-account.queries.js';

const MINUTE_MS = 60_000;

export function presentAccount(row: AccountRow): OwnAccount {
  return {
    id: row.id,
    fullName: row.full_name,
    code: row.code,
    email: row.email,
    unit: { id: row.unit_id, name: row.unit_name },
    coordinators: row.coordinators,
    passwordChangedAt: row.password_changed_at?.toISOString() ?? null,
  };
}

export function presentSession(row: SessionRow, present: string): OwnSession {
  const lastUsedMs = Math.max(row.created_at.getTime(), row.updated_at.getTime());
  return {
    id: row.id,
    isThis: row.id === present,
    ...deviceOf(row.user_agent),
    signedInAt: row.created_at.toISOString(),
    lastUsedAt: new Date(Math.floor(lastUsedMs / MINUTE_MS) * MINUTE_MS).toISOString(),
  };
}
