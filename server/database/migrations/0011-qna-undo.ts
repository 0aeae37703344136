import type { MigrationInterface, QueryRunner } from 'typeorm';

export class QnaUndo1000000000011 implements MigrationInterface {
  name = 'QnaUndo1000000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a move changed of the session itself: the switches and what the projector shows, changed fields only.
      ALTER TABLE qna_move
        ADD COLUMN room_before jsonb NOT NULL DEFAULT '{}',
        ADD COLUMN room_after jsonb NOT NULL DEFAULT '{}';

      -- A pair is kept apart while one move that says so stands. Null: said when moves did not keep it yet.
      ALTER TABLE inquiry_apart
        DROP CONSTRAINT inquiry_apart_pkey,
        ADD COLUMN move_id uuid UNIQUE REFERENCES qna_move (id);
      CREATE INDEX inquiry_apart_pair ON inquiry_apart (one, other);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX inquiry_apart_pair;
      ALTER TABLE inquiry_apart DROP COLUMN move_id;
      DELETE FROM inquiry_apart AS twin USING inquiry_apart AS kept
        WHERE twin.one = kept.one AND twin.other = kept.other AND twin.ctid > kept.ctid;
      ALTER TABLE inquiry_apart ADD PRIMARY KEY (one, other);
      ALTER TABLE qna_move DROP COLUMN room_before, DROP COLUMN room_after;
    `);
  }
}
