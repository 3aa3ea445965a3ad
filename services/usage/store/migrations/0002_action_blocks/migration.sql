-- The counters of one namespace, minute and source are one row: what a minute costs depends on how many namespaces are
-- at work, hardly on how many kinds, workflow types and task queues they have.
create table action_blocks (
  account text not null generated always as (substring(namespace from '[^.]*$')) stored,
  namespace text not null,
  minute timestamptz not null,
  source text not null,
  -- One counter at each position; a counter's kind, workflow type and task queue are its name.
  kinds text[] not null,
  workflow_types text[] not null,
  task_queues text[] not null,
  counts bigint[] not null check (0 <= all (counts)),
  primary key (namespace, minute, source)
);
create index action_blocks_by_account on action_blocks (account, minute);

insert into action_blocks (namespace, minute, source, kinds, workflow_types, task_queues, counts)
select namespace, minute, source, array_agg(kind), array_agg(workflow_type), array_agg(task_queue), array_agg(count)
from action_minutes group by 1, 2, 3;

drop view current_action_days;
drop view current_action_hours;
drop table action_minutes;

-- The counters one by one.
create view action_minutes as
  select b.account, b.namespace, b.minute, c.kind, c.workflow_type, c.task_queue, b.source, c.count
  from action_blocks b
  cross join lateral unnest(b.kinds, b.workflow_types, b.task_queues, b.counts)
    as c (kind, workflow_type, task_queue, count);

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
