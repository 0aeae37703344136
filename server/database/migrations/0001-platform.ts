import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Platform1000000000001 implements MigrationInterface {
  name = 'Platform1000000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS unaccent;
      CREATE EXTENSION IF NOT EXISTS pg_trgm;

      -- Only databases made for tests may shift time; elsewhere the table is never read.
      CREATE TABLE test_clock (only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row), offset_ms bigint NOT NULL);
      CREATE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
        SELECT CASE WHEN current_database() LIKE 'haidang\\_test\\_%'
          THEN clock_timestamp() + coalesce((SELECT offset_ms FROM test_clock), 0) * interval '1 millisecond'
          ELSE clock_timestamp() END
      $$;

      CREATE FUNCTION f_vi(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT public.unaccent('public.unaccent'::regdictionary, lower(normalize($1, NFC)))
      $$;
      CREATE COLLATION vi_sort (provider = icu, locale = 'vi');

      CREATE TABLE outbox (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        topic text NOT NULL,
        payload jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT app_now(),
        published_at timestamptz
      );
      CREATE INDEX outbox_waiting ON outbox (id) WHERE published_at IS NULL;

      CREATE TABLE audit_log (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL,
        actor_id uuid NOT NULL,
        action text NOT NULL,
        subject_id uuid NOT NULL,
        details jsonb NOT NULL
      );
      CREATE INDEX audit_log_subject ON audit_log (subject_id, at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE audit_log; DROP TABLE outbox; DROP COLLATION vi_sort;
      DROP FUNCTION f_vi(text); DROP FUNCTION app_now(); DROP TABLE test_clock;
    `);
  }
}
