import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MemberImport1000000000026 implements MigrationInterface {
  name = 'MemberImport1000000000026';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What an item does to what is there, where a kind of file does more than add; its order in the list is told by it.
      ALTER TABLE import_item ADD COLUMN action text
        CHECK (action IN ('wrong', 'transferred', 'left', 'changed', 'new', 'same'));
      CREATE INDEX import_item_action ON import_item (file_id, action, place);

      -- Which unit is meant by what a file calls one.
      CREATE TABLE member_import_unit (
        file_id uuid NOT NULL REFERENCES import_file (id) ON DELETE CASCADE,
        written text NOT NULL,
        unit_id uuid NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
        PRIMARY KEY (file_id, written)
      );

      -- How far the application of a file is: written beside its transaction, so that others can see it.
      CREATE TABLE member_import_run (
        file_id uuid PRIMARY KEY REFERENCES import_file (id) ON DELETE CASCADE,
        total integer NOT NULL CHECK (total > 0),
        done integer NOT NULL DEFAULT 0,
        started_at timestamptz NOT NULL,
        -- When it was last at work: one whose process died says nothing any more.
        at timestamptz NOT NULL,
        finished_at timestamptz,
        stop boolean NOT NULL DEFAULT false,
        failure text
      );

      -- What an applied file did, to be taken back; 'kept' is what was not, because somebody builds on it.
      CREATE TABLE member_import_act (
        file_id uuid NOT NULL REFERENCES import_file (id) ON DELETE CASCADE,
        place integer NOT NULL,
        member_id uuid NOT NULL REFERENCES member (id) ON DELETE CASCADE,
        action text NOT NULL CHECK (action IN ('transferred', 'left', 'changed', 'new')),
        before jsonb,
        kept boolean NOT NULL DEFAULT false,
        PRIMARY KEY (file_id, place)
      );
      CREATE INDEX member_import_act_member ON member_import_act (member_id);

      -- Whoever came in by a file and is taken back is looked for in all of these.
      CREATE INDEX membership_member ON membership (member_id);
      CREATE INDEX role_grant_giver ON role_grant (granted_by);
      CREATE INDEX question_author ON question (created_by);
      CREATE INDEX question_version_author ON question_version (created_by);
      CREATE INDEX import_file_maker ON import_file (created_by);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX import_file_maker; DROP INDEX question_version_author; DROP INDEX question_author;
      DROP INDEX role_grant_giver; DROP INDEX membership_member;
      DROP TABLE member_import_act; DROP TABLE member_import_run; DROP TABLE member_import_unit;
      DROP INDEX import_item_action; ALTER TABLE import_item DROP COLUMN action;
    `);
  }
}
