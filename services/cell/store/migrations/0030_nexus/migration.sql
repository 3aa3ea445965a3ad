-- Nexus endpoints of the cell: names by which workflows of any of its namespaces reach a task queue or an address.
create table nexus_endpoints (
  endpoint_id uuid primary key,
  name text collate "C" not null unique,
  -- Rises with every change; a change names the version it is made to.
  version bigint not null,
  -- Encoded temporal.api.common.v1.Payload, or null.
  description bytea,
  -- A worker's task queue, or else an address.
  namespace_id uuid,
  task_queue text collate "C",
  url text collate "C",
  created_at bigint not null,
  modified_at bigint,
  check ((url is null) <> (namespace_id is null or task_queue is null))
);

-- Keys that the cell makes for itself, e.g. the one that seals callback tokens.
create table cell_keys (
  name text collate "C" primary key,
  key bytea not null
);
