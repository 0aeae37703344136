import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SoftLock1000000000020 implements MigrationInterface {
  name = 'SoftLock1000000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who is at work on what, for seconds: leases that end by themselves, of every kind of thing. So there is no key to
      -- the thing; a lease on what is gone is gone before anybody asks.
      CREATE TABLE soft_lock (
        kind text NOT NULL,
        resource_id uuid NOT NULL,
        -- Where it is seen that somebody is at it: a session, a contest.
        place_id uuid NOT NULL,
        member_id uuid NOT NULL REFERENCES member (id),
        until timestamptz NOT NULL,
        PRIMARY KEY (kind, resource_id)
      );
      CREATE INDEX soft_lock_place ON soft_lock (kind, place_id);
      CREATE INDEX soft_lock_until ON soft_lock (until);

      INSERT INTO soft_lock (kind, resource_id, place_id, member_id, until)
      SELECT 'qna.inquiry', inquiry_id, session_id, member_id, until FROM inquiry_lock WHERE until > app_now();
      DROP TABLE inquiry_lock;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE inquiry_lock (
        inquiry_id uuid PRIMARY KEY REFERENCES inquiry (id),
        session_id uuid NOT NULL REFERENCES qna_session (id),
        member_id uuid NOT NULL REFERENCES member (id),
        until timestamptz NOT NULL
      );
      CREATE INDEX inquiry_lock_session ON inquiry_lock (session_id);
      INSERT INTO inquiry_lock (inquiry_id, session_id, member_id, until)
      SELECT resource_id, place_id, member_id, until FROM soft_lock WHERE kind = 'qna.inquiry' AND until > app_now();
      DROP TABLE soft_lock;
    `);
  }
}
