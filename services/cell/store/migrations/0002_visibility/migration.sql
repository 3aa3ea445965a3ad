-- What lists, counts and searches read: one row for each execution, written in the transaction of its transition.
-- Two indexes for a plain workflow; the third holds only executions with search attributes. See visibility/README.md.
create table visibility (
  namespace_id uuid not null,
  run_id uuid not null,
  -- 'infinity' while the execution is open, so that one index gives the order of a list.
  close_time timestamptz not null,
  start_time timestamptz not null,
  execution_time timestamptz not null,
  history_size_bytes bigint not null,
  state_transition_count bigint not null,
  history_length integer not null,
  status smallint not null,
  workflow_id text collate "C" not null,
  workflow_type text collate "C" not null,
  task_queue text collate "C" not null,
  parent_workflow_id text collate "C",
  parent_run_id uuid,
  -- Null when the execution is its own root.
  root_workflow_id text collate "C",
  root_run_id uuid,
  -- Encoded temporal.api.common.v1.Memo.
  memo bytea,
  -- Name to value: string, number, boolean, array of strings; a Datetime is a UTC text of fixed width.
  search_attributes jsonb,
  primary key (namespace_id, workflow_id, run_id)
);

create index visibility_order on visibility (namespace_id, close_time desc, start_time desc, run_id desc);

create index visibility_search_attributes on visibility using gin (search_attributes jsonb_path_ops)
  where search_attributes is not null;
