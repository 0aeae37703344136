import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Account1000000000002 implements MigrationInterface {
  name = 'Account1000000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE unit (
        id uuid PRIMARY KEY,
        parent_id uuid REFERENCES unit (id),
        name text NOT NULL CHECK (name <> ''),
        head_count integer NOT NULL CHECK (head_count >= 0),
        created_at timestamptz NOT NULL,
        closed_at timestamptz,
        CHECK (parent_id IS DISTINCT FROM id)
      );
      CREATE UNIQUE INDEX unit_name_among_siblings
        ON unit (coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), f_vi(name)) WHERE closed_at IS NULL;
      CREATE INDEX unit_parent ON unit (parent_id);

      -- The four tables of the sign-in library; members, units and roles are ours.
      CREATE TABLE auth_user (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        email text NOT NULL UNIQUE,
        email_verified boolean NOT NULL,
        image text,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );
      CREATE TABLE auth_session (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES auth_user (id) ON DELETE CASCADE,
        token text NOT NULL UNIQUE,
        expires_at timestamptz NOT NULL,
        ip_address text,
        user_agent text,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );
      CREATE INDEX auth_session_user ON auth_session (user_id);
      CREATE TABLE auth_account (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES auth_user (id) ON DELETE CASCADE,
        account_id text NOT NULL,
        provider_id text NOT NULL,
        access_token text,
        refresh_token text,
        id_token text,
        access_token_expires_at timestamptz,
        refresh_token_expires_at timestamptz,
        scope text,
        password text,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        UNIQUE (provider_id, account_id)
      );
      CREATE INDEX auth_account_user ON auth_account (user_id);
      CREATE TABLE auth_verification (
        id uuid PRIMARY KEY,
        identifier text NOT NULL,
        value text NOT NULL,
        expires_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );
      CREATE INDEX auth_verification_identifier ON auth_verification (identifier);

      CREATE TABLE member (
        id uuid PRIMARY KEY,
        auth_user_id uuid NOT NULL UNIQUE REFERENCES auth_user (id),
        code text NOT NULL,
        full_name text NOT NULL CHECK (full_name <> ''),
        email text,
        unit_id uuid NOT NULL REFERENCES unit (id),
        created_at timestamptz NOT NULL,
        left_at timestamptz
      );
      CREATE UNIQUE INDEX member_code ON member (lower(code));
      CREATE UNIQUE INDEX member_email ON member (lower(email));
      CREATE INDEX member_unit ON member (unit_id);
      CREATE INDEX member_search ON member USING gin (f_vi(full_name || ' ' || code || ' ' || coalesce(email, '')) gin_trgm_ops);

      CREATE TABLE membership (
        id uuid PRIMARY KEY,
        member_id uuid NOT NULL REFERENCES member (id),
        unit_id uuid NOT NULL REFERENCES unit (id),
        from_at timestamptz NOT NULL,
        until_at timestamptz,
        reason text NOT NULL DEFAULT '',
        CHECK (until_at IS NULL OR until_at >= from_at)
      );
      CREATE UNIQUE INDEX membership_current ON membership (member_id) WHERE until_at IS NULL;

      CREATE TABLE role_grant (
        id uuid PRIMARY KEY,
        member_id uuid NOT NULL REFERENCES member (id),
        role text NOT NULL CHECK (role IN ('moderator', 'organiser', 'admin', 'coordinator')),
        unit_id uuid REFERENCES unit (id),
        granted_by uuid REFERENCES member (id),
        granted_at timestamptz NOT NULL,
        CHECK (role <> 'coordinator' OR unit_id IS NOT NULL)
      );
      CREATE UNIQUE INDEX role_grant_once
        ON role_grant (member_id, role, coalesce(unit_id, '00000000-0000-0000-0000-000000000000'));
      CREATE INDEX role_grant_unit ON role_grant (unit_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE role_grant; DROP TABLE membership; DROP TABLE member; DROP TABLE auth_verification;
      DROP TABLE auth_account; DROP TABLE auth_session; DROP TABLE auth_user; DROP TABLE unit;
    `);
  }
}
