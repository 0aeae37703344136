import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Qna1000000000006 implements MigrationInterface {
  name = 'Qna1000000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE qna_session (
        id uuid PRIMARY KEY,
        code text NOT NULL UNIQUE CHECK (code ~ '^[2-9A-HJKMNP-Z]{4}$'),
        -- Of which room or club this is the question panel; null for a session of its own.
        place_kind text,
        place_id uuid,
        title text NOT NULL CHECK (title <> ''),
        description text NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz CHECK (ends_at > starts_at),
        ended_at timestamptz,
        level text NOT NULL CHECK (level IN ('named', 'hidden')),
        moderation text NOT NULL CHECK (moderation IN ('before', 'after')),
        guests_allowed boolean NOT NULL,
        max_per_person integer CHECK (max_per_person > 0),
        slow_mode_seconds integer NOT NULL CHECK (slow_mode_seconds >= 0),
        words text[] NOT NULL,
        labels text[] NOT NULL,
        answer_seconds integer CHECK (answer_seconds > 0),
        accepting boolean NOT NULL DEFAULT true,
        voting boolean NOT NULL DEFAULT true,
        projected_id uuid,
        blackout boolean NOT NULL DEFAULT false,
        projector_dark boolean NOT NULL DEFAULT false,
        last_number integer NOT NULL DEFAULT 0,
        created_by uuid NOT NULL REFERENCES member (id),
        created_at timestamptz NOT NULL,
        CHECK ((place_kind IS NULL) = (place_id IS NULL))
      );
      CREATE INDEX qna_session_list ON qna_session (starts_at DESC, id DESC);
      CREATE INDEX qna_session_creator ON qna_session (created_by);

      -- What was promised about names when the session was made holds for good.
      CREATE FUNCTION keep_qna_level() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF NEW.level <> OLD.level THEN RAISE EXCEPTION 'the level of a Q&A session never changes'; END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER qna_session_level_is_final BEFORE UPDATE ON qna_session
        FOR EACH ROW EXECUTE FUNCTION keep_qna_level();

      -- The keys to sealed authors, as they were when the session was made. 1 opens the outer box, 2 the inner one.
      CREATE TABLE qna_session_key (
        session_id uuid NOT NULL REFERENCES qna_session (id),
        place smallint NOT NULL CHECK (place IN (1, 2)),
        member_id uuid NOT NULL REFERENCES member (id),
        public_key text NOT NULL,
        PRIMARY KEY (session_id, place),
        UNIQUE (session_id, member_id)
      );
      CREATE TRIGGER qna_session_key_is_final BEFORE UPDATE ON qna_session_key
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

      CREATE TABLE qna_team (
        session_id uuid NOT NULL REFERENCES qna_session (id),
        member_id uuid NOT NULL REFERENCES member (id),
        role text NOT NULL CHECK (role IN ('triage', 'host', 'scribe')),
        added_at timestamptz NOT NULL,
        PRIMARY KEY (session_id, member_id)
      );
      CREATE INDEX qna_team_member ON qna_team (member_id);

      CREATE TABLE qna_removal (
        session_id uuid NOT NULL REFERENCES qna_session (id),
        -- A member's id or a guest's.
        participant_id uuid NOT NULL,
        name text NOT NULL,
        removed_by uuid NOT NULL REFERENCES member (id),
        removed_at timestamptz NOT NULL,
        PRIMARY KEY (session_id, participant_id)
      );

      CREATE TABLE inquiry (
        id uuid PRIMARY KEY,
        session_id uuid NOT NULL REFERENCES qna_session (id),
        number integer NOT NULL,
        -- SHA-256 of the key that only the author's device holds.
        key_hash bytea NOT NULL UNIQUE,
        text text NOT NULL CHECK (text <> ''),
        original_text text,
        anonymous boolean NOT NULL,
        -- Of an anonymous question none of these is known here, and asked_at is rounded to five minutes.
        author_id uuid,
        author_kind text CHECK (author_kind IN ('member', 'guest')),
        author_name text,
        author_unit text,
        sealed text,
        seal_hash text,
        asked_at timestamptz NOT NULL,
        state text NOT NULL CHECK (state IN ('pending', 'approved', 'answering', 'answered', 'merged', 'declined', 'withdrawn')),
        rev integer NOT NULL DEFAULT 1,
        merged_into uuid REFERENCES inquiry (id),
        -- Where following merged_into ends; its own id when it is merged into nothing.
        root_id uuid NOT NULL REFERENCES inquiry (id),
        vote_count integer NOT NULL DEFAULT 0,
        views integer NOT NULL DEFAULT 0,
        labels text[] NOT NULL DEFAULT '{}',
        flagged text[] NOT NULL DEFAULT '{}',
        edited boolean NOT NULL DEFAULT false,
        note text NOT NULL DEFAULT '',
        answerer text NOT NULL DEFAULT '',
        is_next boolean NOT NULL DEFAULT false,
        answering_since timestamptz,
        answer_how text CHECK (answer_how IN ('on_air', 'in_writing')),
        answer_text text NOT NULL DEFAULT '',
        answered_by text NOT NULL DEFAULT '',
        answered_at timestamptz,
        answer_seconds integer,
        decline_reason text,
        decline_note text NOT NULL DEFAULT '',
        folded text GENERATED ALWAYS AS (f_vi(text)) STORED,
        UNIQUE (session_id, number),
        CHECK (anonymous = (author_id IS NULL) AND anonymous = (author_kind IS NULL) AND anonymous = (author_name IS NULL)
          AND anonymous = (author_unit IS NULL)),
        CHECK (anonymous OR sealed IS NULL),
        CHECK ((sealed IS NULL) = (seal_hash IS NULL)),
        CHECK ((state = 'merged') = (merged_into IS NOT NULL)),
        CHECK ((state = 'answering') = (answering_since IS NOT NULL)),
        CHECK ((state = 'answered') = (answered_at IS NOT NULL) AND (state = 'answered') = (answer_how IS NOT NULL)),
        CHECK ((state = 'declined') = (decline_reason IS NOT NULL)),
        CHECK (NOT is_next OR state = 'approved')
      );
      CREATE UNIQUE INDEX inquiry_one_answering ON inquiry (session_id) WHERE state = 'answering';
      CREATE UNIQUE INDEX inquiry_one_next ON inquiry (session_id) WHERE is_next;
      CREATE INDEX inquiry_of_session ON inquiry (session_id, state);
      CREATE INDEX inquiry_root ON inquiry (root_id);
      CREATE INDEX inquiry_merged_into ON inquiry (merged_into) WHERE merged_into IS NOT NULL;
      CREATE INDEX inquiry_author ON inquiry (session_id, author_id) WHERE author_id IS NOT NULL;
      CREATE INDEX inquiry_similar ON inquiry USING gin (folded gin_trgm_ops);
      ALTER TABLE qna_session ADD FOREIGN KEY (projected_id) REFERENCES inquiry (id);

      -- No time and no order of its own: a vote says that somebody supports a question, nothing more.
      -- No foreign key either: checking it locks the question's row for each vote, and questions are never deleted.
      CREATE TABLE inquiry_vote (
        inquiry_id uuid NOT NULL,
        voter_id uuid NOT NULL,
        PRIMARY KEY (inquiry_id, voter_id)
      );

      -- What its author is told. Times of what the author of an anonymous question did are rounded.
      CREATE TABLE inquiry_step (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        inquiry_id uuid NOT NULL REFERENCES inquiry (id),
        kind text NOT NULL,
        at timestamptz NOT NULL
      );
      CREATE INDEX inquiry_step_of ON inquiry_step (inquiry_id, id);

      CREATE TABLE inquiry_lock (
        inquiry_id uuid PRIMARY KEY REFERENCES inquiry (id),
        session_id uuid NOT NULL REFERENCES qna_session (id),
        member_id uuid NOT NULL REFERENCES member (id),
        until timestamptz NOT NULL
      );
      CREATE INDEX inquiry_lock_session ON inquiry_lock (session_id);

      CREATE TABLE inquiry_apart (
        one uuid NOT NULL REFERENCES inquiry (id),
        other uuid NOT NULL REFERENCES inquiry (id),
        PRIMARY KEY (one, other),
        CHECK (one < other)
      );

      -- What somebody at the desk did: the changed columns of each question before and after, so that it can be undone.
      CREATE TABLE qna_move (
        id uuid PRIMARY KEY,
        session_id uuid NOT NULL REFERENCES qna_session (id),
        actor_id uuid NOT NULL REFERENCES member (id),
        kind text NOT NULL,
        at timestamptz NOT NULL,
        inquiry_ids uuid[] NOT NULL,
        before jsonb NOT NULL,
        after jsonb NOT NULL,
        undone_at timestamptz,
        undone_by uuid REFERENCES member (id)
      );
      CREATE INDEX qna_move_list ON qna_move (session_id, at DESC, id DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE qna_session DROP COLUMN projected_id;
      DROP TABLE qna_move; DROP TABLE inquiry_apart; DROP TABLE inquiry_lock; DROP TABLE inquiry_step;
      DROP TABLE inquiry_vote; DROP TABLE inquiry; DROP TABLE qna_removal; DROP TABLE qna_team;
      DROP TABLE qna_session_key; DROP TABLE qna_session; DROP FUNCTION keep_qna_level();
    `);
  }
}
