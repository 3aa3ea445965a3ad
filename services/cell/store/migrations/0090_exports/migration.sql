-- How far the exports of closed histories were counted as actions, for each sink: what is told again counts nothing.
create table export_marks (
  sink_id uuid primary key,
  namespace_id uuid not null,
  close_time bigint not null,
  start_time bigint not null,
  run_id uuid not null
);
create index export_marks_namespace on export_marks (namespace_id);
