import type { MigrationInterface, QueryRunner } from 'typeorm';

export class QnaKeys1000000000007 implements MigrationInterface {
  name = 'QnaKeys1000000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Public keys of those who may hold the keys to sealed authors; what was replaced stays as history. A key belongs
      -- to one member: two keys of a session are two people.
      CREATE TABLE qna_key (
        public_key text PRIMARY KEY CHECK (public_key ~ '^[A-Za-z0-9_-]{43}$'),
        member_id uuid NOT NULL REFERENCES member (id),
        registered_at timestamptz NOT NULL,
        replaced_at timestamptz
      );
      CREATE UNIQUE INDEX qna_key_current ON qna_key (member_id) WHERE replaced_at IS NULL;

      -- The author of one anonymous question being opened. Boxes only: no name and no id of the author is ever here.
      CREATE TABLE qna_opening (
        id uuid PRIMARY KEY,
        inquiry_id uuid NOT NULL UNIQUE REFERENCES inquiry (id),
        session_id uuid NOT NULL REFERENCES qna_session (id),
        requested_by uuid NOT NULL REFERENCES member (id),
        reason text NOT NULL CHECK (reason <> ''),
        requested_at timestamptz NOT NULL,
        stage text NOT NULL CHECK (stage IN ('outer', 'inner', 'opened')),
        outer_by uuid REFERENCES member (id),
        outer_at timestamptz,
        inner_by uuid REFERENCES member (id),
        opened_at timestamptz,
        -- What the first holder's key made of the seal, for the second holder's.
        inner_box text,
        -- The result, sealed to each holder.
        first_box text,
        second_box text,
        CHECK (outer_by <> inner_by),
        CHECK ((stage = 'outer') = (outer_by IS NULL) AND (stage = 'outer') = (outer_at IS NULL)),
        CHECK ((stage = 'inner') = (inner_box IS NOT NULL)),
        CHECK ((stage = 'opened') = (inner_by IS NOT NULL) AND (stage = 'opened') = (opened_at IS NOT NULL)
          AND (stage = 'opened') = (first_box IS NOT NULL) AND (stage = 'opened') = (second_box IS NOT NULL))
      );
      CREATE INDEX qna_opening_session ON qna_opening (session_id);
      CREATE INDEX qna_session_key_member ON qna_session_key (member_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX qna_session_key_member; DROP TABLE qna_opening; DROP TABLE qna_key;');
  }
}
