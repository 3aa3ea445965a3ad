-- How full each cell is, whoever asks: work for one account sees its own namespaces only, and would put every account's
-- first one on the same cell. The function tells numbers and nothing else.
CREATE FUNCTION "namespaces_by_cell"() RETURNS TABLE ("cell_id" TEXT, "namespaces" BIGINT)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT
    AS $$ SELECT n."cell_id", count(*) FROM "namespaces" n GROUP BY n."cell_id" $$;
