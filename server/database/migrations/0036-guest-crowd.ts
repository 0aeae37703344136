import type { MigrationInterface, QueryRunner } from 'typeorm';

export class GuestCrowd1000000000036 implements MigrationInterface {
  name = 'GuestCrowd1000000000036';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Tells guests of one place who came from one network from those who did not, and nothing else: a keyed hash that no
      -- other place shares. Null for those who came before.
      ALTER TABLE guest ADD COLUMN network_tag bytea;
      CREATE INDEX guest_place ON guest (place_kind, place_id);

      ALTER TABLE qna_session ADD COLUMN guests_vote boolean NOT NULL DEFAULT true;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE qna_session DROP COLUMN guests_vote;
      DROP INDEX guest_place;
      ALTER TABLE guest DROP COLUMN network_tag;
    `);
  }
}
