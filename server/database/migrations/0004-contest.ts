import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Contest1000000000004 implements MigrationInterface {
  name = 'Contest1000000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE contest (
        id uuid PRIMARY KEY,
        title text NOT NULL CHECK (title <> ''),
        summary text NOT NULL DEFAULT '',
        rules text NOT NULL DEFAULT '',
        state text NOT NULL CHECK (state IN ('draft', 'published', 'cancelled')),
        revision integer NOT NULL DEFAULT 1,
        created_by uuid NOT NULL REFERENCES member (id),
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        published_at timestamptz
      );
      CREATE INDEX contest_list ON contest (updated_at DESC, id DESC);

      CREATE TABLE round (
        id uuid PRIMARY KEY,
        contest_id uuid NOT NULL REFERENCES contest (id) ON DELETE CASCADE,
        ordinal integer NOT NULL CHECK (ordinal >= 1),
        title text NOT NULL,
        opens_at timestamptz,
        closes_at timestamptz,
        duration_minutes integer NOT NULL CHECK (duration_minutes BETWEEN 1 AND 300),
        attempts_allowed integer CHECK (attempts_allowed >= 1),
        counting text NOT NULL CHECK (counting IN ('best', 'first', 'last')),
        grace_seconds integer NOT NULL CHECK (grace_seconds BETWEEN 0 AND 300),
        eligibility jsonb NOT NULL,
        blueprint jsonb NOT NULL,
        shuffle_questions boolean NOT NULL,
        shuffle_options boolean NOT NULL,
        points_per_question integer NOT NULL CHECK (points_per_question >= 1),
        results_visible jsonb NOT NULL,
        answers_visible jsonb NOT NULL,
        standings_visible jsonb NOT NULL,
        revision integer NOT NULL DEFAULT 1,
        frozen_at timestamptz,
        -- 32 bytes; secret until the round is opened for checking.
        draw_seed bytea,
        entry_counter integer NOT NULL DEFAULT 0,
        UNIQUE (contest_id, ordinal),
        CHECK (opens_at < closes_at)
      );
      CREATE INDEX round_window ON round (opens_at, closes_at) WHERE frozen_at IS NOT NULL;

      -- What publishing freezes: which versions can be drawn, and the base of each unit's participation.
      CREATE TABLE round_pool (
        round_id uuid NOT NULL REFERENCES round (id) ON DELETE CASCADE,
        version_id uuid NOT NULL REFERENCES question_version (id),
        topic_id uuid NOT NULL REFERENCES topic (id),
        topic_name text NOT NULL,
        level text NOT NULL,
        PRIMARY KEY (round_id, version_id)
      );
      CREATE INDEX round_pool_version ON round_pool (version_id);
      CREATE TABLE round_unit (
        round_id uuid NOT NULL REFERENCES round (id) ON DELETE CASCADE,
        unit_id uuid NOT NULL REFERENCES unit (id),
        head_count integer NOT NULL,
        PRIMARY KEY (round_id, unit_id)
      );

      CREATE TABLE entry (
        id uuid PRIMARY KEY,
        round_id uuid NOT NULL REFERENCES round (id),
        member_id uuid NOT NULL REFERENCES member (id),
        number integer NOT NULL CHECK (number >= 1),
        created_at timestamptz NOT NULL,
        UNIQUE (round_id, member_id),
        UNIQUE (round_id, number)
      );
      CREATE TABLE extra_time (
        round_id uuid NOT NULL REFERENCES round (id) ON DELETE CASCADE,
        member_id uuid NOT NULL REFERENCES member (id),
        minutes integer NOT NULL CHECK (minutes BETWEEN 0 AND 300),
        reason text NOT NULL,
        granted_by uuid NOT NULL REFERENCES member (id),
        granted_at timestamptz NOT NULL,
        PRIMARY KEY (round_id, member_id)
      );

      CREATE TABLE attempt (
        id uuid PRIMARY KEY,
        entry_id uuid NOT NULL REFERENCES entry (id),
        round_id uuid NOT NULL REFERENCES round (id),
        member_id uuid NOT NULL REFERENCES member (id),
        -- The unit at the start: transfers later do not move the result.
        unit_id uuid NOT NULL REFERENCES unit (id),
        ordinal integer NOT NULL CHECK (ordinal >= 1),
        state text NOT NULL CHECK (state IN ('running', 'submitted')),
        -- [{ versionId, optionOrder }], by position.
        paper jsonb NOT NULL,
        flagged smallint[] NOT NULL DEFAULT '{}',
        epoch integer NOT NULL DEFAULT 1,
        started_at timestamptz NOT NULL,
        deadline_at timestamptz NOT NULL,
        -- Deadline plus grace: what arrives later is not scored.
        accepts_until timestamptz NOT NULL,
        submitted_at timestamptz,
        closed_by text CHECK (closed_by IN ('member', 'server')),
        time_used_ms integer,
        points numeric(10, 2),
        correct integer,
        UNIQUE (entry_id, ordinal),
        CHECK ((state = 'submitted') = (submitted_at IS NOT NULL AND closed_by IS NOT NULL AND points IS NOT NULL
          AND correct IS NOT NULL AND time_used_ms IS NOT NULL))
      );
      CREATE UNIQUE INDEX attempt_one_running ON attempt (entry_id) WHERE state = 'running';
      CREATE INDEX attempt_overdue ON attempt (accepts_until) WHERE state = 'running';
      CREATE INDEX attempt_member ON attempt (member_id, started_at DESC);
      CREATE INDEX attempt_round ON attempt (round_id, state);

      CREATE TABLE answer (
        attempt_id uuid NOT NULL REFERENCES attempt (id),
        position smallint NOT NULL CHECK (position >= 1),
        response jsonb,
        epoch integer NOT NULL,
        sequence integer NOT NULL,
        received_at timestamptz NOT NULL,
        credit numeric(9, 6),
        PRIMARY KEY (attempt_id, position)
      );

      -- Answers that are kept but were not applied: from a device that no longer leads, or too late.
      CREATE TABLE kept_answer (
        id uuid PRIMARY KEY,
        attempt_id uuid NOT NULL REFERENCES attempt (id),
        position smallint NOT NULL,
        response jsonb,
        epoch integer NOT NULL,
        sequence integer NOT NULL,
        received_at timestamptz NOT NULL,
        reason text NOT NULL CHECK (reason IN ('held', 'late')),
        resolved_at timestamptz,
        used boolean,
        UNIQUE (attempt_id, position, epoch, sequence)
      );

      -- The attempt that counts of each entrant, ready to be ranked.
      CREATE TABLE round_result (
        round_id uuid NOT NULL REFERENCES round (id),
        member_id uuid NOT NULL REFERENCES member (id),
        unit_id uuid NOT NULL REFERENCES unit (id),
        attempt_id uuid NOT NULL REFERENCES attempt (id),
        points numeric(10, 2) NOT NULL,
        correct integer NOT NULL,
        time_used_ms integer NOT NULL,
        submitted_at timestamptz NOT NULL,
        PRIMARY KEY (round_id, member_id)
      );
      CREATE INDEX round_result_order ON round_result (round_id, points DESC, time_used_ms, submitted_at, member_id);
      CREATE INDEX round_result_unit ON round_result (round_id, unit_id) INCLUDE (points);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE round_result; DROP TABLE kept_answer; DROP TABLE answer; DROP TABLE attempt; DROP TABLE extra_time;
      DROP TABLE entry; DROP TABLE round_unit; DROP TABLE round_pool; DROP TABLE round; DROP TABLE contest;
    `);
  }
}
