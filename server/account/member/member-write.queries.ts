import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import type { CreateMember, EditMember } from '../../../shared/account/account.schema.js';

/** Sign-in needs an address; members without e-mail get one that no mail can reach. */
const authEmailOf = (memberId: string, email: string | null) =>
  email?.toLowerCase() ?? `${memberId}@members.invalid`;

/** A member with a login, by the password that somebody gave them if there is one, and a first stay in the unit. */
export async function insertMember(
  tx: EntityManager,
  id: string,
  member: Omit<CreateMember, 'password'> & { passwordHash: string | null; givenBy: string | null },
): Promise<void> {
  const userId = v7();
  await tx.query(
    `INSERT INTO auth_user (id, name, email, email_verified, created_at, updated_at)
     VALUES ($1, $2, $3, false, app_now(), app_now())`,
    [userId, member.fullName, authEmailOf(id, member.email)],
  );
  await tx.query(
    `INSERT INTO auth_account (id, user_id, account_id, provider_id, password, created_at, updated_at)
     VALUES ($1, $2::uuid, $2::uuid::text, 'credential', $3, app_now(), app_now())`,
    [v7(), userId, member.passwordHash],
  );
  await tx.query(
    `INSERT INTO member (id, auth_user_id, code, full_name, email, unit_id, created_at, password_given_by)
     VALUES ($1, $2, $3, $4, $5, $6, app_now(), $7)`,
    [id, userId, member.code, member.fullName, member.email, member.unitId, member.givenBy],
  );
  await beginStay(tx, id, member.unitId);
}

export async function updateMember(
  tx: EntityManager,
  { id, authUserId }: { id: string; authUserId: string },
  member: EditMember,
): Promise<void> {
  await tx.query(`UPDATE member SET full_name = $2, code = $3, email = $4 WHERE id = $1`, [
    id,
    member.fullName,
    member.code,
    member.email,
  ]);
  await tx.query(`UPDATE auth_user SET name = $2, email = $3, updated_at = app_now() WHERE id = $1`, [
    authUserId,
    member.fullName,
    authEmailOf(id, member.email),
  ]);
}

/** A password that somebody else gives the member, to be replaced at the next sign-in. */
export async function givePassword(
  tx: EntityManager,
  { id, authUserId }: { id: string; authUserId: string },
  { hash, givenBy }: { hash: string; givenBy: string },
): Promise<void> {
  await tx.query(
    `UPDATE auth_account SET password = $2, updated_at = app_now() WHERE user_id = $1 AND provider_id = 'credential'`,
    [authUserId, hash],
  );
  await tx.query('UPDATE member SET password_given_by = $2 WHERE id = $1', [id, givenBy]);
}

export async function beginStay(tx: EntityManager, memberId: string, unitId: string): Promise<void> {
  await tx.query(`INSERT INTO membership (id, member_id, unit_id, from_at) VALUES ($1, $2, $3, app_now())`, [
    v7(),
    memberId,
    unitId,
  ]);
}

export async function endStay(tx: EntityManager, memberId: string, reason: string): Promise<void> {
  await tx.query(
    `UPDATE membership SET until_at = greatest(from_at, app_now()), reason = $2
     WHERE member_id = $1 AND until_at IS NULL`,
    [memberId, reason],
  );
}

/** Ends the present stay and begins one in another unit at the same instant: no moment without a unit. */
export async function moveStay(
  tx: EntityManager,
  memberId: string,
  { unitId, reason }: { unitId: string; reason: string },
): Promise<void> {
  await endStay(tx, memberId, reason);
  await tx.query(
    `INSERT INTO membership (id, member_id, unit_id, from_at)
     SELECT $1, $2, $3, max(until_at) FROM membership WHERE member_id = $2`,
    [v7(), memberId, unitId],
  );
  await tx.query(`UPDATE member SET unit_id = $2 WHERE id = $1`, [memberId, unitId]);
}

export async function setLeft(tx: EntityManager, memberId: string, left: boolean): Promise<void> {
  await tx.query(`UPDATE member SET left_at = CASE WHEN $2 THEN app_now() END WHERE id = $1`, [
    memberId,
    left,
  ]);
}
