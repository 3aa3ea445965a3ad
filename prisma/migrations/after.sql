-- Runs after every round of migrations, in the same transaction. Gives each table of a tenant (one with the column
-- account_id, and accounts itself) row-level security: work for one account runs as the role cellplane_tenant with the
-- setting cellplane.account_id, and then sees and writes rows of that account only. A new table needs nothing more than
-- its column. Repeating it changes nothing; without the setting there are no rows.
DO $$
DECLARE
    unprotected record;
    may_become boolean;
BEGIN
    BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'cellplane_tenant') THEN
            BEGIN
                CREATE ROLE cellplane_tenant NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
            EXCEPTION
                -- Roles belong to the whole server: another database of it made the same one just now.
                WHEN duplicate_object OR unique_violation THEN NULL;
            END;
        END IF;
        may_become := CASE WHEN current_setting('server_version_num')::int >= 160000
            THEN pg_has_role(current_user, 'cellplane_tenant', 'SET')
            ELSE pg_has_role(current_user, 'cellplane_tenant', 'MEMBER') END;
        IF NOT may_become THEN
            EXECUTE format('GRANT cellplane_tenant TO %I', current_user);
        END IF;
    EXCEPTION
        WHEN insufficient_privilege THEN
            RAISE EXCEPTION '% may neither make the role cellplane_tenant nor become it; as an administrator run: CREATE ROLE cellplane_tenant NOLOGIN; GRANT cellplane_tenant TO %;', current_user, quote_ident(current_user)
                USING ERRCODE = 'insufficient_privilege';
    END;
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO cellplane_tenant', current_schema());

    -- What belongs to the installation is read by tenants and written by nobody but the installation.
    FOR unprotected IN
        SELECT c.oid, c.oid::regclass AS name FROM pg_class c
        WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
            AND c.relname NOT LIKE '\_prisma%'
            AND NOT has_table_privilege('cellplane_tenant', c.oid, 'SELECT')
    LOOP
        EXECUTE format('GRANT SELECT ON %s TO cellplane_tenant', unprotected.name);
    END LOOP;

    FOR unprotected IN
        SELECT c.oid::regclass AS name, a.attname AS account_column FROM pg_class c
        JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped
            AND a.attname = CASE c.relname WHEN 'accounts' THEN 'id' ELSE 'account_id' END
        WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
            AND NOT (c.relrowsecurity
                AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'own_account'))
    LOOP
        EXECUTE format('GRANT INSERT, UPDATE, DELETE ON %s TO cellplane_tenant', unprotected.name);
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', unprotected.name);
        EXECUTE format(
            'CREATE POLICY own_account ON %1$s FOR ALL TO cellplane_tenant
             USING (%2$I = nullif(current_setting(''cellplane.account_id'', true), ''''))
             WITH CHECK (%2$I = nullif(current_setting(''cellplane.account_id'', true), ''''))',
            unprotected.name, unprotected.account_column);
    END LOOP;

    -- The audit trail is appended to and read, never changed.
    REVOKE UPDATE, DELETE, TRUNCATE ON audit_records FROM cellplane_tenant;
    -- What tenants' changes write of the installation: the first key of a cloud signs, and the edge is told of changes.
    GRANT INSERT ON signing_keys TO cellplane_tenant;
    GRANT UPDATE ON directory_version TO cellplane_tenant;
    -- Invitations and changes of a password are budgeted; the subjects are hashes.
    GRANT INSERT, UPDATE ON attempt_budgets TO cellplane_tenant;
END;
$$;
