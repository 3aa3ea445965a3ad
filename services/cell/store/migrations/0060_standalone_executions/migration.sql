-- Executions without a workflow and without a history: standalone activities (kind 1) and standalone Nexus operations
-- (kind 2). One row is everything: what lists and counts read, what a boot looks for, and the state itself.
create table standalone_executions (
  namespace_id uuid not null,
  run_id uuid not null,
  -- 'infinity' while it is open, so that one index gives the order of a list.
  close_time timestamptz not null,
  start_time timestamptz not null,
  execution_time timestamptz not null,
  -- Null unless it must be looked at at that time. Never later than the truth.
  wake_at bigint,
  -- When it is removed; null while open.
  delete_at bigint,
  state_transition_count bigint not null,
  -- Of request and state together: what storage is counted by.
  state_size_bytes bigint not null,
  kind smallint not null,
  status smallint not null,
  has_tasks boolean not null,
  -- The run that its id names: the open one, or the last one.
  is_current boolean not null,
  id text collate "C" not null,
  -- What the kind makes of them; see its fields.
  keyword_1 text collate "C" not null,
  keyword_2 text collate "C" not null,
  keyword_3 text collate "C" not null,
  -- As in the table visibility.
  search_attributes jsonb,
  -- What it was started with, never changed, and its state, both in the kind's own encoding.
  request bytea not null,
  state bytea not null,
  primary key (namespace_id, run_id)
) with (fillfactor = 75);

create index standalone_executions_order
  on standalone_executions (namespace_id, kind, close_time desc, start_time desc, run_id desc);
create index standalone_executions_id on standalone_executions (namespace_id, kind, id) where is_current;
create index standalone_executions_search_attributes
  on standalone_executions using gin (search_attributes jsonb_path_ops) where search_attributes is not null;
create index standalone_executions_wake on standalone_executions (kind, wake_at) where wake_at is not null;
create index standalone_executions_tasks on standalone_executions (kind, namespace_id, run_id) where has_tasks;
create index standalone_executions_retention on standalone_executions (kind, delete_at) where delete_at is not null;
