import type { MigrationInterface, QueryRunner } from 'typeorm';

export class QuestionBank1000000000003 implements MigrationInterface {
  name = 'QuestionBank1000000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE topic (
        id uuid PRIMARY KEY,
        name text NOT NULL CHECK (name <> ''),
        created_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX topic_name ON topic (lower(name));

      CREATE TABLE question_import (
        id uuid PRIMARY KEY,
        file_name text NOT NULL,
        format text NOT NULL CHECK (format IN ('gift', 'csv')),
        items jsonb NOT NULL,
        created_by uuid NOT NULL REFERENCES member (id),
        created_at timestamptz NOT NULL,
        applied_at timestamptz
      );
      CREATE INDEX question_import_age ON question_import (created_at);

      CREATE SEQUENCE question_code;
      CREATE TABLE question (
        id uuid PRIMARY KEY,
        code text NOT NULL UNIQUE,
        topic_id uuid NOT NULL REFERENCES topic (id),
        level text NOT NULL CHECK (level IN ('recall', 'understand', 'apply', 'analyse')),
        tags text[] NOT NULL,
        review_state text NOT NULL CHECK (review_state IN ('draft', 'reviewed', 'retired')),
        current_version integer NOT NULL CHECK (current_version >= 1),
        -- Of the current version, for lists, search and duplicates.
        type text NOT NULL CHECK (type IN ('single_choice', 'multiple_choice', 'true_false', 'number', 'short_text')),
        text text NOT NULL,
        source text NOT NULL,
        fingerprint text NOT NULL,
        search text NOT NULL,
        import_id uuid REFERENCES question_import (id),
        created_by uuid NOT NULL REFERENCES member (id),
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );
      CREATE INDEX question_list ON question (updated_at DESC, id DESC);
      CREATE INDEX question_supply ON question (topic_id, level) WHERE review_state = 'reviewed';
      CREATE INDEX question_import_origin ON question (import_id);
      CREATE INDEX question_search ON question USING gin (search gin_trgm_ops);
      CREATE UNIQUE INDEX question_fingerprint ON question (fingerprint) WHERE review_state <> 'retired';

      -- Rows are only ever added: an answer points at the version it was given to.
      CREATE TABLE question_version (
        id uuid PRIMARY KEY,
        question_id uuid NOT NULL REFERENCES question (id),
        number integer NOT NULL CHECK (number >= 1),
        prompt jsonb NOT NULL,
        solution jsonb NOT NULL,
        explanation text NOT NULL,
        source text NOT NULL,
        created_by uuid NOT NULL REFERENCES member (id),
        created_at timestamptz NOT NULL,
        UNIQUE (question_id, number)
      );
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'rows of % never change', TG_TABLE_NAME; END $$;
      CREATE TRIGGER question_version_is_final BEFORE UPDATE ON question_version
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE question_version; DROP FUNCTION refuse_change(); DROP TABLE question;
      DROP SEQUENCE question_code; DROP TABLE question_import; DROP TABLE topic;
    `);
  }
}
