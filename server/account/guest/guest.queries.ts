import { z } from 'zod';
import { guestId, type GuestId } from '../../../shared/account/guest.schema.js';
import { rowOf, rowsOf, type Sql } from '../../platform/database/sql.js';

/** One event or game that lets guests in: `{ kind: 'qna', id }`. */
export type Place = { kind: string; id: string };
export type Guest = { id: GuestId; name: string };
/** A device at a place. */
export type Entry = { place: Place; tokenHash: Buffer };

const guestRow = z.object({ id: guestId, name: z.string() });

/** The same device at the same place stays the same guest, by whatever name it comes back. */
export async function upsertGuest(
  sql: Sql,
  { place, tokenHash }: Entry,
  guest: Guest & { networkTag: Buffer },
): Promise<Guest> {
  const row = await rowOf(
    sql,
    guestRow,
    `INSERT INTO guest (id, place_kind, place_id, name, token_hash, network_tag, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, app_now())
     ON CONFLICT (token_hash, place_kind, place_id) DO UPDATE
       SET name = excluded.name, network_tag = excluded.network_tag RETURNING id, name`,
    [guest.id, place.kind, place.id, guest.name, tokenHash, guest.networkTag],
  );
  return guestRow.parse(row);
}

const crowdRow = z.object({ guests: z.number(), addresses: z.number(), most: z.number() });
/** Guests of a place, behind how many addresses, and how many share the one with most of them. */
export type Crowd = z.infer<typeof crowdRow>;

export async function readCrowd(sql: Sql, place: Place): Promise<Crowd> {
  const row = await rowOf(
    sql,
    crowdRow,
    `SELECT coalesce(sum(guests), 0)::int AS guests, count(network_tag)::int AS addresses,
       coalesce(max(guests) FILTER (WHERE network_tag IS NOT NULL), 0)::int AS most
     FROM (SELECT network_tag, count(*) AS guests FROM guest WHERE place_kind = $1 AND place_id = $2
       GROUP BY network_tag) AS networks`,
    [place.kind, place.id],
  );
  return crowdRow.parse(row);
}

/** Guests of the entries, in the same order; null where the device was not let in. */
export async function readGuests(sql: Sql, entries: readonly Entry[]): Promise<(Guest | null)[]> {
  const rows = await rowsOf(
    sql,
    guestRow.extend({ number: z.coerce.number() }),
    `SELECT asked.number, guest.id, guest.name
     FROM unnest($1::text[], $2::uuid[], $3::bytea[]) WITH ORDINALITY AS asked (kind, place_id, token_hash, number)
     JOIN guest ON guest.token_hash = asked.token_hash AND guest.place_kind = asked.kind
       AND guest.place_id = asked.place_id`,
    [
      entries.map(({ place }) => place.kind),
      entries.map(({ place }) => place.id),
      entries.map(({ tokenHash }) => tokenHash),
    ],
  );
  const found = new Map(rows.map(({ number, id, name }) => [number, { id, name }]));
  return entries.map((_entry, index) => found.get(index + 1) ?? null);
}

export function readGuestNames(sql: Sql, ids: readonly string[]): Promise<Guest[]> {
  return rowsOf(sql, guestRow, 'SELECT id, name FROM guest WHERE id = ANY($1::uuid[])', [ids]);
}

/** The name of a guest of this place; null for anybody else. */
export async function readGuestName(sql: Sql, place: Place, id: string): Promise<string | null> {
  const row = await rowOf(
    sql,
    guestRow,
    'SELECT id, name FROM guest WHERE id = $1 AND place_kind = $2 AND place_id = $3',
    [id, place.kind, place.id],
  );
  return row?.name ?? null;
}

export async function deleteGuest(sql: Sql, place: Place, id: string): Promise<void> {
  await sql.query('DELETE FROM guest WHERE id = $1 AND place_kind = $2 AND place_id = $3', [
    id,
    place.kind,
    place.id,
  ]);
}
