import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';

/** Places of rows that are to do the same. */
type Rows = { fileId: string; places: readonly number[] };

/** For the planner: a table may have grown from nothing to thousands. */
export async function countAnew(tx: EntityManager): Promise<void> {
  await tx.query('ANALYZE member_import_act, member, membership, auth_user, auth_account');
}

/** What was there of rows about members, written down for taking it back. Holds the members, not who looks at them. */
export async function keepBefore(tx: EntityManager, { fileId, places }: Rows): Promise<void> {
  await tx.query(
    `WITH held AS (
       SELECT member.id, full_name, email, unit_id FROM member WHERE id IN (
         SELECT (content ->> 'memberId')::uuid FROM import_item WHERE file_id = $1 AND place = ANY($2::integer[]))
       ORDER BY id FOR NO KEY UPDATE
     )
     INSERT INTO member_import_act (file_id, place, member_id, action, before)
     SELECT $1, place, held.id, action, jsonb_build_object('fullName', full_name, 'email', email, 'unitId', unit_id)
     FROM import_item JOIN held ON held.id = (content ->> 'memberId')::uuid
     WHERE file_id = $1 AND place = ANY($2::integer[])`,
    [fileId, places],
  );
}

/** New members without a password, each with a first stay in the unit. */
export async function addMembers(tx: EntityManager, { fileId, places }: Rows): Promise<void> {
  const ids = () => places.map(() => v7());
  await tx.query(
    `WITH fresh AS (
       SELECT new.*, content ->> 'fullName' AS full_name, content ->> 'code' AS code, content ->> 'email' AS email,
         (content ->> 'unitId')::uuid AS unit_id
       FROM unnest($2::integer[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[])
         AS new (place, member_id, user_id, account_id, stay_id)
       JOIN import_item ON file_id = $1 AND import_item.place = new.place
     ), new_user AS (
       INSERT INTO auth_user (id, name, email, email_verified, created_at, updated_at)
       SELECT user_id, full_name, coalesce(lower(email COLLATE "C"), member_id || '@members.invalid'), false, app_now(), app_now()
       FROM fresh
     ), new_account AS (
       INSERT INTO auth_account (id, user_id, account_id, provider_id, created_at, updated_at)
       SELECT account_id, user_id, user_id::text, 'credential', app_now(), app_now() FROM fresh
     ), new_member AS (
       INSERT INTO member (id, auth_user_id, code, full_name, email, unit_id, created_at)
       SELECT member_id, user_id, code, full_name, email, unit_id, app_now() FROM fresh
     ), new_stay AS (
       INSERT INTO membership (id, member_id, unit_id, from_at) SELECT stay_id, member_id, unit_id, app_now() FROM fresh
     )
     INSERT INTO member_import_act (file_id, place, member_id, action) SELECT $1, place, member_id, 'new' FROM fresh`,
    [fileId, places, ids(), ids(), ids(), ids()],
  );
}

/** Name and address as the file has them; what it leaves open stays. */
export async function correctMembers(tx: EntityManager, { fileId, places }: Rows): Promise<void> {
  await tx.query(
    `WITH corrected AS (
       UPDATE member SET full_name = content ->> 'fullName', email = coalesce(content ->> 'email', email)
       FROM import_item WHERE file_id = $1 AND place = ANY($2::integer[]) AND member.id = (content ->> 'memberId')::uuid
       RETURNING member.id, auth_user_id, full_name, email
     )
     UPDATE auth_user SET name = full_name, updated_at = app_now(),
       email = coalesce(lower(corrected.email COLLATE "C"), corrected.id || '@members.invalid')
     FROM corrected WHERE auth_user.id = auth_user_id`,
    [fileId, places],
  );
}

/** Ends the stays and begins others at the same instant: no moment without a unit. */
export async function moveMembers(tx: EntityManager, { fileId, places }: Rows): Promise<void> {
  await tx.query(
    `WITH moving AS (
       SELECT new.stay_id, (content ->> 'memberId')::uuid AS member_id, (content ->> 'unitId')::uuid AS unit_id
       FROM unnest($2::integer[], $3::uuid[]) AS new (place, stay_id)
       JOIN import_item ON file_id = $1 AND import_item.place = new.place
     ), ended AS (
       UPDATE membership SET until_at = greatest(from_at, app_now()) FROM moving
       WHERE membership.member_id = moving.member_id AND until_at IS NULL RETURNING membership.member_id, until_at
     ), moved AS (
       UPDATE member SET unit_id = moving.unit_id FROM moving WHERE member.id = moving.member_id
     )
     INSERT INTO membership (id, member_id, unit_id, from_at)
     SELECT stay_id, member_id, unit_id, until_at FROM moving JOIN ended USING (member_id)`,
    [fileId, places, places.map(() => v7())],
  );
}

/** Ends stays and sessions; results, history and roles stay. */
export async function departMembers(tx: EntityManager, { fileId, places }: Rows): Promise<void> {
  await tx.query(
    `WITH leaving AS (
       UPDATE member SET left_at = app_now() FROM import_item
       WHERE file_id = $1 AND place = ANY($2::integer[]) AND member.id = (content ->> 'memberId')::uuid
       RETURNING member.id, auth_user_id
     ), ended AS (
       UPDATE membership SET until_at = greatest(from_at, app_now()) FROM leaving
       WHERE member_id = leaving.id AND until_at IS NULL
     )
     DELETE FROM auth_session USING leaving WHERE user_id = auth_user_id`,
    [fileId, places],
  );
}
