import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OwnAccount1000000000024 implements MigrationInterface {
  name = 'OwnAccount1000000000024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE member
        -- Who set the password, while the member has not set one of their own since.
        ADD COLUMN password_given_by uuid REFERENCES member (id),
        ADD COLUMN password_changed_at timestamptz,
        -- What somebody has chosen on their account; NULL leaves it to the device.
        ADD COLUMN language text CHECK (language IN ('vi', 'en')),
        ADD COLUMN scheme text CHECK (scheme IN ('light', 'dark', 'auto')),
        ADD COLUMN shortcuts boolean;
      CREATE INDEX member_password_giver ON member (password_given_by) WHERE password_given_by IS NOT NULL;
      -- Whose slip a session began with, until a password is set in it.
      ALTER TABLE auth_session ADD COLUMN slip_by uuid REFERENCES member (id);
      CREATE INDEX auth_session_slip ON auth_session (slip_by) WHERE slip_by IS NOT NULL;

      DROP TRIGGER member_viewer_changed ON member;
      CREATE TRIGGER member_viewer_changed AFTER UPDATE OF auth_user_id, unit_id, left_at, password_given_by ON member
        FOR EACH ROW EXECUTE FUNCTION tell_session_changed('id');

      -- A code to sign in with once. One for each member, so that a new one ends the one before; the code itself is not here.
      CREATE TABLE sign_in_slip (
        member_id uuid PRIMARY KEY REFERENCES member (id) ON DELETE CASCADE,
        code_hash bytea NOT NULL UNIQUE CHECK (octet_length(code_hash) = 32),
        made_by uuid NOT NULL REFERENCES member (id),
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX sign_in_slip_maker ON sign_in_slip (made_by);
      CREATE INDEX sign_in_slip_end ON sign_in_slip (expires_at);

      -- Sessions that their member ended from another device, by a hash: whoever is at the one that ended is told.
      CREATE TABLE ended_session (
        token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
        ended_at timestamptz NOT NULL
      );
      CREATE INDEX ended_session_age ON ended_session (ended_at);

      -- Devices and addresses, by a hash, from which a member has signed in: what strangers try elsewhere does not count there.
      CREATE TABLE known_place (
        member_id uuid NOT NULL REFERENCES member (id) ON DELETE CASCADE,
        place_hash bytea NOT NULL CHECK (octet_length(place_hash) = 32),
        seen_at timestamptz NOT NULL,
        PRIMARY KEY (member_id, place_hash)
      );
      CREATE INDEX known_place_seen ON known_place (seen_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE known_place; DROP TABLE ended_session; DROP TABLE sign_in_slip;
      DROP TRIGGER member_viewer_changed ON member;
      CREATE TRIGGER member_viewer_changed AFTER UPDATE OF auth_user_id, unit_id, left_at ON member
        FOR EACH ROW EXECUTE FUNCTION tell_session_changed('id');
      ALTER TABLE auth_session DROP COLUMN slip_by;
      ALTER TABLE member DROP COLUMN password_given_by, DROP COLUMN password_changed_at, DROP COLUMN language,
        DROP COLUMN scheme, DROP COLUMN shortcuts;
    `);
  }
}
