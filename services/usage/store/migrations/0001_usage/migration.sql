-- What every source counted (absolute values), what is rolled up from it, and what still has to be.
-- Every table is in the schema `usage`, which the connection's search path names.

-- Moments are the database's own clock, so that readers and writers on other machines agree on before and after.
create table sources (
  source text primary key,
  revision numeric not null default 0,
  -- Every minute that ends at or before this moment is final in this source.
  complete_until timestamptz not null default 'epoch',
  -- Everything the source counted before this moment has been read.
  read_at timestamptz not null default 'epoch',
  -- When the last attempt to read began, whatever became of it.
  attempted_at timestamptz not null default 'epoch',
  active boolean not null default true
);

create table action_minutes (
  account text not null generated always as (substring(namespace from '[^.]*$')) stored,
  namespace text not null,
  minute timestamptz not null,
  kind text not null,
  workflow_type text not null,
  task_queue text not null,
  source text not null,
  count bigint not null check (count >= 0),
  primary key (namespace, minute, kind, workflow_type, task_queue, source)
);
create index action_minutes_by_account on action_minutes (account, minute);

create table storage_hours (
  account text not null generated always as (substring(namespace from '[^.]*$')) stored,
  namespace text not null,
  hour timestamptz not null,
  storage_class text not null check (storage_class in ('active', 'retained')),
  source text not null,
  byte_milliseconds numeric not null check (byte_milliseconds >= 0),
  primary key (namespace, hour, storage_class, source)
);
create index storage_hours_by_account on storage_hours (account, hour);

create table action_hours (
  account text not null generated always as (substring(namespace from '[^.]*$')) stored,
  namespace text not null,
  hour timestamptz not null,
  kind text not null,
  workflow_type text not null,
  task_queue text not null,
  count bigint not null,
  primary key (namespace, hour, kind, workflow_type, task_queue)
);
create index action_hours_by_account on action_hours (account, hour);

create table action_days (
  account text not null generated always as (substring(namespace from '[^.]*$')) stored,
  namespace text not null,
  day timestamptz not null,
  kind text not null,
  workflow_type text not null,
  task_queue text not null,
  count bigint not null,
  primary key (namespace, day, kind, workflow_type, task_queue)
);
create index action_days_by_account on action_days (account, day);

-- Hours and days whose rollup is older than their minutes. `version` tells a change during the rollup.
create table pending_hours (
  namespace text not null,
  hour timestamptz not null,
  version bigint not null default 1,
  primary key (namespace, hour)
);
create table pending_days (
  namespace text not null,
  day timestamptz not null,
  version bigint not null default 1,
  primary key (namespace, day)
);

-- The hours as they are now: rolled up ones, and those still pending straight from their minutes.
create view current_action_hours as
  select h.account, h.namespace, h.hour, h.kind, h.workflow_type, h.task_queue, h.count
  from action_hours h
  where not exists (select 1 from pending_hours p where p.namespace = h.namespace and p.hour = h.hour)
  union all
  select m.account, m.namespace, p.hour, m.kind, m.workflow_type, m.task_queue, sum(m.count)::bigint
  from pending_hours p
  join action_minutes m on m.namespace = p.namespace and m.minute >= p.hour and m.minute < p.hour + interval '1 hour'
  group by 1, 2, 3, 4, 5, 6;

create view current_action_days as
  select d.account, d.namespace, d.day, d.kind, d.workflow_type, d.task_queue, d.count
  from action_days d
  where not exists (select 1 from pending_days p where p.namespace = d.namespace and p.day = d.day)
  union all
  select h.account, h.namespace, p.day, h.kind, h.workflow_type, h.task_queue, sum(h.count)::bigint
  from pending_days p
  join current_action_hours h on h.namespace = p.namespace and h.hour >= p.day and h.hour < p.day + interval '1 day'
  group by 1, 2, 3, 4, 5, 6;
