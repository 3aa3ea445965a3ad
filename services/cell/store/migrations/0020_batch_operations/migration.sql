-- Batch operations: what was asked for and how far it is, so that a job goes on after a crash.
create table batch_operations (
  namespace_id uuid not null,
  job_id text collate "C" not null,
  -- Tells the call that made the row from one that found it.
  token uuid not null,
  -- temporal.api.enums.v1.BatchOperationState: 1 running, 2 completed, 3 failed.
  state smallint not null,
  -- Encoded temporal.api.workflowservice.v1.StartBatchOperationRequest.
  request bytea not null,
  started_at bigint not null,
  closed_at bigint,
  total_count bigint not null,
  completed_count bigint not null,
  failed_count bigint not null,
  -- The executions under way as JSON: [[workflow id, run id], ...], and how many of them are done.
  page text not null,
  position integer not null,
  -- Where the list goes on after the page; null at its end.
  next_page_token bytea,
  primary key (namespace_id, job_id)
);
create index batch_operations_running on batch_operations (namespace_id) where state = 1;
