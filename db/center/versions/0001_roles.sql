-- Besides the owner: the gate, which may call seven functions and nothing else, and the registrar,
-- which reads and writes rows.

DO $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'clerk_gate') THEN
        CREATE ROLE clerk_gate LOGIN CONNECTION LIMIT 200;
    END IF;
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'clerk_registrar') THEN
        CREATE ROLE clerk_registrar LOGIN CONNECTION LIMIT 10;
    END IF;
    EXECUTE format('REVOKE TEMP, CREATE ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO clerk_gate, clerk_registrar', current_database());
END
$$;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA clerk FROM PUBLIC;
GRANT USAGE ON SCHEMA clerk TO clerk_gate, clerk_registrar;
GRANT EXECUTE ON FUNCTION
    clerk.enrol, clerk.hello, clerk.push, clerk.pull, clerk.fetch_case, clerk.put_file, clerk.get_file
    TO clerk_gate;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA clerk TO clerk_registrar;
REVOKE DELETE ON clerk.inbox, clerk.feed_event, clerk.decided FROM clerk_registrar;
REVOKE UPDATE ON clerk.feed_event, clerk.decided FROM clerk_registrar;

-- What a role that may call seven functions could otherwise do to everybody else.
DO $$
DECLARE
    each regprocedure;
BEGIN
    FOR each IN
        SELECT oid FROM pg_proc
        WHERE pronamespace = 'pg_catalog'::regnamespace
          AND (proname LIKE 'lo\_%' OR proname IN ('loread', 'lowrite')
               OR proname LIKE 'pg\_advisory%' OR proname LIKE 'pg\_try\_advisory%'
               OR proname LIKE 'pg\_sleep%'
               OR proname IN ('pg_current_xact_id', 'txid_current'))
    LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', each);
    END LOOP;
END
$$;
