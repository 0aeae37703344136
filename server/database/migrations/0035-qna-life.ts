import type { MigrationInterface, QueryRunner } from 'typeorm';

export class QnaLife1000000000035 implements MigrationInterface {
  name = 'QnaLife1000000000035';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL statement_timeout = 0;
      -- Seen by its team alone, who try it out; what was asked by then goes when it is published.
      ALTER TABLE qna_session ADD COLUMN draft boolean NOT NULL DEFAULT false;

      -- The number on the receipt, which the public ledger shows. Questions with a name are counted by themselves and those
      -- without one get theirs by chance: otherwise a number would tell between which two of them one was asked.
      ALTER TABLE qna_session ADD COLUMN last_named integer NOT NULL DEFAULT 0;
      ALTER TABLE inquiry ADD COLUMN receipt integer;
      UPDATE inquiry SET receipt = placed.receipt FROM (
        SELECT id, row_number() OVER (PARTITION BY session_id, anonymous
            ORDER BY CASE WHEN anonymous THEN random() ELSE number END) + CASE WHEN anonymous THEN 1000 ELSE 0 END AS receipt
        FROM inquiry) AS placed
      WHERE placed.id = inquiry.id AND inquiry.anonymous;
      UPDATE inquiry SET receipt = number WHERE receipt IS NULL;
      -- Where many were asked by name, the numbers by chance begin behind them.
      UPDATE inquiry SET receipt = receipt + last_number FROM qna_session
        WHERE qna_session.id = session_id AND last_number >= 1000 AND anonymous;
      UPDATE qna_session SET last_named = last_number;
      ALTER TABLE inquiry ALTER COLUMN receipt SET NOT NULL, ADD UNIQUE (session_id, receipt);

      -- Whoever asked relied on nobody having keys, or on these two.
      CREATE FUNCTION keep_qna_keys() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF EXISTS (SELECT FROM inquiry WHERE session_id = NEW.session_id) THEN
            RAISE EXCEPTION 'the keys of a Q&A session are given before anybody asks';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER qna_session_keys_come_first BEFORE INSERT ON qna_session_key
        FOR EACH ROW EXECUTE FUNCTION keep_qna_keys();

      -- What had the floor of a session that has ended counts as answered, as it does from now on.
      WITH closed AS (
        UPDATE inquiry SET state = 'answered', answering_since = NULL, answer_how = 'on_air', answered_by = answerer,
          answered_at = ended_at, answer_seconds = greatest(0, extract(epoch FROM ended_at - answering_since))::int,
          rev = rev + 1
        FROM qna_session WHERE qna_session.id = session_id AND ended_at IS NOT NULL AND state = 'answering'
        RETURNING inquiry.id, anonymous, ended_at
      )
      INSERT INTO inquiry_step (inquiry_id, kind, at)
      SELECT id, 'answered_on_air', CASE WHEN anonymous
        THEN to_timestamp(round(extract(epoch FROM ended_at) / 300) * 300) ELSE ended_at END FROM closed;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER qna_session_keys_come_first ON qna_session_key;
      DROP FUNCTION keep_qna_keys();
      ALTER TABLE inquiry DROP COLUMN receipt;
      ALTER TABLE qna_session DROP COLUMN draft, DROP COLUMN last_named;
    `);
  }
}
