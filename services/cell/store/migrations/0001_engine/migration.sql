-- The record of a cell: namespaces, executions, histories and counters. Times are epoch milliseconds.
-- There is no task or timer table: queues and timers are in memory, derived from the state of executions.

-- One row: the number of the process that may write. Every commit checks it through cell_fence.
create table cell_epoch (
  only_row boolean primary key default true check (only_row),
  epoch bigint not null,
  flush_number bigint not null,
  counter_revision bigint not null
);
insert into cell_epoch (epoch, flush_number, counter_revision) values (0, 0, 0);

-- Fails the transaction of a writer that has been superseded. The shared lock makes a new epoch wait for running commits.
create function cell_fence(expected bigint) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(7233002);
  if (select epoch from cell_epoch) <> expected then
    raise exception 'cell epoch % is superseded', expected using errcode = 'CP001';
  end if;
end $$;

create table namespaces (
  namespace_id uuid primary key,
  name text collate "C" not null unique,
  retention_days integer not null,
  -- Custom name to type: Keyword, Text, Int, Double, Bool, Datetime, KeywordList.
  search_attributes jsonb not null,
  data jsonb not null,
  generation bigint not null,
  starts_refused boolean not null,
  description text not null,
  owner_email text not null,
  created_at bigint not null,
  -- Set when the namespace is deleted; the row goes when its executions are gone.
  deleted_at bigint
);

-- state: the engine's own encoding. wake_at and has_tasks may be earlier than the truth, never later:
-- they say what a boot must load, not when a timer fires.
create table executions (
  namespace_id uuid not null,
  run_id uuid not null,
  history_bytes bigint not null,
  -- Null unless the execution must be looked at at that time.
  wake_at bigint,
  -- When a closed execution is removed; null while open.
  delete_at bigint,
  status smallint not null,
  has_tasks boolean not null,
  workflow_id text collate "C" not null,
  state bytea not null,
  primary key (namespace_id, run_id)
) with (fillfactor = 75);

create index executions_wake on executions (wake_at) where wake_at is not null;
create index executions_tasks on executions (namespace_id, run_id) where has_tasks;
create index executions_retention on executions (delete_at) where delete_at is not null;

-- The run that a workflow id names: the open one, or the last one.
create table current_executions (
  namespace_id uuid not null,
  run_id uuid not null,
  workflow_id text collate "C" not null,
  primary key (namespace_id, workflow_id)
);

-- events: an encoded temporal.api.history.v1.History; the batches of a run in order are its whole history.
create table history (
  namespace_id uuid not null,
  run_id uuid not null,
  first_event_id bigint not null,
  events bytea not null,
  primary key (run_id, first_event_id)
);
-- Counters are kept by the namespace's name: a name that is used again goes on counting, so totals never fall.

-- Deltas of one flush that are not yet folded into the counters below: one small row for each flush.
create table counter_log (
  flush_number bigint primary key,
  deltas text not null
);

-- Totals since ever; a row's revision rises whenever it changes, and no two rows share one.
create table action_counters (
  namespace text collate "C" not null,
  minute bigint not null,
  kind text collate "C" not null,
  workflow_type text collate "C" not null,
  task_queue text collate "C" not null,
  count bigint not null,
  revision bigint not null,
  primary key (namespace, minute, kind, workflow_type, task_queue)
);
create index action_counters_revision on action_counters (revision);

create table storage_counters (
  namespace text collate "C" not null,
  hour bigint not null,
  class text collate "C" not null,
  byte_ms numeric not null,
  revision bigint not null,
  primary key (namespace, hour, class)
);
create index storage_counters_revision on storage_counters (revision);

-- Stored bytes of a namespace now, and the time up to which they are integrated into storage_counters.
create table storage_levels (
  namespace text collate "C" not null,
  class text collate "C" not null,
  bytes numeric not null,
  integrated_to bigint not null,
  primary key (namespace, class)
);
