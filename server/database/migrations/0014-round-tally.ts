import type { MigrationInterface, QueryRunner } from 'typeorm';

/** SQL that adds the results among `rows` to what is kept per round; `sign` is 1, or -1 to take them out. */
function tallyOf(rows: string, sign: string): string {
  return `
    -- First of all, and so the lock under which the rest of a round is counted.
    INSERT INTO round_tally AS kept (round_id, revision, entrants)
    SELECT round_id, 1, ${sign} * count(*) FROM ${rows} GROUP BY round_id ORDER BY round_id
    ON CONFLICT (round_id) DO UPDATE SET revision = kept.revision + 1, entrants = kept.entrants + excluded.entrants;

    INSERT INTO round_step_tally AS kept (round_id, points, minute, entrants)
    SELECT round_id, points, time_used_ms / 60000, ${sign} * count(*) FROM ${rows} GROUP BY 1, 2, 3
    ON CONFLICT (round_id, points, minute) DO UPDATE SET entrants = kept.entrants + excluded.entrants;

    INSERT INTO round_unit_tally AS kept (round_id, unit_id, entrants, points)
    SELECT round_id, unit_id, ${sign} * count(*), ${sign} * sum(points) FROM ${rows} GROUP BY 1, 2
    ON CONFLICT (round_id, unit_id) DO UPDATE
      SET entrants = kept.entrants + excluded.entrants, points = kept.points + excluded.points;

    INSERT INTO round_topic_tally AS kept (round_id, topic, questions, credit)
    SELECT round_id, topic, ${sign} * sum(questions), ${sign} * sum(credit)
    FROM ${rows} CROSS JOIN LATERAL jsonb_to_recordset(topics) AS one (topic text, questions integer, credit numeric)
    GROUP BY 1, 2
    ON CONFLICT (round_id, topic) DO UPDATE
      SET questions = kept.questions + excluded.questions, credit = kept.credit + excluded.credit;`;
}

/** What each attempt earned by topic, worked out of its answers. */
const TOPICS_OF_ATTEMPTS = `
  UPDATE attempt SET topics = told.topics FROM (
    SELECT attempt_id, jsonb_agg(jsonb_build_object('topic', topic, 'questions', questions, 'credit', credit)) AS topics
    FROM (
      SELECT attempt.id AS attempt_id, topic_name AS topic, count(*) AS questions, coalesce(sum(answer.credit), 0) AS credit
      FROM attempt CROSS JOIN LATERAL jsonb_array_elements(paper) WITH ORDINALITY AS drawn (question, position)
      JOIN round_pool ON round_pool.round_id = attempt.round_id AND version_id = (question ->> 'versionId')::uuid
      LEFT JOIN answer ON answer.attempt_id = attempt.id AND answer.position = drawn.position
      WHERE state = 'submitted' GROUP BY attempt.id, topic_name
    ) AS tallied GROUP BY attempt_id
  ) AS told WHERE attempt.id = told.attempt_id`;

export class RoundTally1000000000014 implements MigrationInterface {
  name = 'RoundTally1000000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('SET LOCAL statement_timeout = 0');
    await runner.query(`
      -- [{ topic, questions, credit }] of a submitted attempt, and of the result it became.
      ALTER TABLE attempt ADD COLUMN topics jsonb;
      ALTER TABLE round_result ADD COLUMN topics jsonb NOT NULL DEFAULT '[]';
      ${TOPICS_OF_ATTEMPTS};
      UPDATE round_result SET topics = coalesce(attempt.topics, '[]') FROM attempt WHERE attempt.id = attempt_id;

      -- Sums over the rows of round_result, so that no reader adds them up. The revision rises with each change of them.
      CREATE TABLE round_tally (
        round_id uuid PRIMARY KEY REFERENCES round (id) ON DELETE CASCADE,
        revision bigint NOT NULL,
        entrants integer NOT NULL
      );
      -- How many stand on each step of the ranking: equal points, the same minute of time used.
      CREATE TABLE round_step_tally (
        round_id uuid NOT NULL REFERENCES round (id) ON DELETE CASCADE,
        points numeric(10, 2) NOT NULL,
        minute integer NOT NULL,
        entrants integer NOT NULL,
        PRIMARY KEY (round_id, points, minute)
      );
      CREATE TABLE round_unit_tally (
        round_id uuid NOT NULL REFERENCES round (id) ON DELETE CASCADE,
        unit_id uuid NOT NULL REFERENCES unit (id),
        entrants integer NOT NULL,
        points numeric(14, 2) NOT NULL,
        PRIMARY KEY (round_id, unit_id)
      );
      CREATE TABLE round_topic_tally (
        round_id uuid NOT NULL REFERENCES round (id) ON DELETE CASCADE,
        topic text NOT NULL,
        questions bigint NOT NULL,
        credit numeric(18, 6) NOT NULL,
        PRIMARY KEY (round_id, topic)
      );
      ${tallyOf('round_result', '1')}

      -- Whoever writes results keeps the sums, in the same transaction. Its argument is the sign.
      CREATE FUNCTION keep_round_tally() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE sign integer := TG_ARGV[0]::integer;
      BEGIN
        IF NOT EXISTS (SELECT FROM moved) THEN RETURN NULL; END IF;
        ${tallyOf('moved', 'sign')}
        RETURN NULL;
      END $$;
      CREATE TRIGGER round_result_added AFTER INSERT ON round_result REFERENCING NEW TABLE AS moved
        FOR EACH STATEMENT EXECUTE FUNCTION keep_round_tally('1');
      CREATE TRIGGER round_result_changed_from AFTER UPDATE ON round_result REFERENCING OLD TABLE AS moved
        FOR EACH STATEMENT EXECUTE FUNCTION keep_round_tally('-1');
      CREATE TRIGGER round_result_changed_to AFTER UPDATE ON round_result REFERENCING NEW TABLE AS moved
        FOR EACH STATEMENT EXECUTE FUNCTION keep_round_tally('1');
      CREATE TRIGGER round_result_removed AFTER DELETE ON round_result REFERENCING OLD TABLE AS moved
        FOR EACH STATEMENT EXECUTE FUNCTION keep_round_tally('-1');

      DROP INDEX round_result_unit;
      CREATE INDEX round_result_unit ON round_result (round_id, unit_id, points DESC, time_used_ms, submitted_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER round_result_removed ON round_result;
      DROP TRIGGER round_result_changed_to ON round_result;
      DROP TRIGGER round_result_changed_from ON round_result;
      DROP TRIGGER round_result_added ON round_result;
      DROP FUNCTION keep_round_tally();
      DROP TABLE round_topic_tally; DROP TABLE round_unit_tally; DROP TABLE round_step_tally; DROP TABLE round_tally;
      ALTER TABLE round_result DROP COLUMN topics;
      ALTER TABLE attempt DROP COLUMN topics;
      DROP INDEX round_result_unit;
      CREATE INDEX round_result_unit ON round_result (round_id, unit_id) INCLUDE (points);
    `);
  }
}
