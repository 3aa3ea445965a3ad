-- Endpoints that the control plane keeps: tenants share a cell, so a name is unique among the namespaces that share the
-- end of their names, callers are a list, and the target may be in another cell.
alter table nexus_endpoints
  -- The end of its callers' names; empty for endpoints of the cell itself, which all its namespaces see.
  add column scope text collate "C" not null default '',
  -- Of the control plane; an older one than this is ignored.
  add column generation bigint not null default 0,
  -- Names of namespaces; null lets all in.
  add column callers text[],
  -- The cell that has the target.
  add column cell_id text collate "C",
  drop constraint nexus_endpoints_name_key,
  drop constraint nexus_endpoints_check,
  add constraint nexus_endpoints_scope_name_key unique (scope, name),
  add constraint nexus_endpoints_target_check check (
    num_nonnulls(namespace_id, url, cell_id) = 1 and (namespace_id is null) = (task_queue is null)
  );

-- Where the other cells of the installation are, as the control plane said.
create table peer_cells (
  cell_id text collate "C" primary key,
  address text collate "C" not null
);
