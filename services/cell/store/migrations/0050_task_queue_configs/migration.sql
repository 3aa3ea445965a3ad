-- What UpdateTaskQueueConfig set: rate limits and fairness weights of a task queue.
create table task_queue_configs (
  namespace_id uuid not null,
  -- temporal.api.enums.v1.TaskQueueType.
  queue_type smallint not null,
  name text collate "C" not null,
  -- Encoded temporal.api.taskqueue.v1.TaskQueueConfig.
  config bytea not null,
  primary key (namespace_id, queue_type, name)
);
