import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ViewerNews1000000000009 implements MigrationInterface {
  name = 'ViewerNews1000000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whatever ends a session or changes what its member may do is told to every process, whoever wrote it: they keep
      -- viewers for as long as they hear nothing.
      CREATE FUNCTION tell_session_ended() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('session_ended', OLD.id::text);
        RETURN NULL;
      END $$;
      CREATE TRIGGER auth_session_ended AFTER DELETE ON auth_session
        FOR EACH ROW EXECUTE FUNCTION tell_session_ended();

      -- Its argument is the column that names the member, or the unit whose people have changed.
      CREATE FUNCTION tell_session_changed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP <> 'INSERT' THEN PERFORM pg_notify('session_changed', to_jsonb(OLD) ->> TG_ARGV[0]); END IF;
        IF TG_OP <> 'DELETE' THEN PERFORM pg_notify('session_changed', to_jsonb(NEW) ->> TG_ARGV[0]); END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER member_viewer_changed AFTER UPDATE OF auth_user_id, unit_id, left_at ON member
        FOR EACH ROW EXECUTE FUNCTION tell_session_changed('id');
      CREATE TRIGGER role_grant_changed AFTER INSERT OR UPDATE OR DELETE ON role_grant
        FOR EACH ROW EXECUTE FUNCTION tell_session_changed('member_id');
      CREATE TRIGGER unit_moved AFTER UPDATE OF parent_id ON unit
        FOR EACH ROW EXECUTE FUNCTION tell_session_changed('id');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER unit_moved ON unit;
      DROP TRIGGER role_grant_changed ON role_grant;
      DROP TRIGGER member_viewer_changed ON member;
      DROP FUNCTION tell_session_changed();
      DROP TRIGGER auth_session_ended ON auth_session;
      DROP FUNCTION tell_session_ended();
    `);
  }
}
