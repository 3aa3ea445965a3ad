-- Schedules: one row each, replaced in the transaction of whatever it does or is done to it.
create table schedules (
  namespace_id uuid not null,
  schedule_id text collate "C" not null,
  incarnation_id uuid not null,
  -- Encoded temporal.api.workflowservice.v1.DescribeScheduleResponse with schedule, memo and search attributes.
  definition bytea not null,
  -- ScheduleProgress as JSON.
  progress text not null,
  -- Encoded temporal.api.common.v1.Payloads and temporal.api.failure.v1.Failure of the latest completed run.
  last_completion_result bytea,
  continued_failure bytea,
  primary key (namespace_id, schedule_id)
);
