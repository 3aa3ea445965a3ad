-- A start reads only what must be done at once. Tasks that wait in a workflow's own task queue are found by the queue
-- when it is used; sleeping executions are not read at all.
set local statement_timeout = 0;

-- 0: nothing pending. 1: at most tasks in the workflow's own task queue. 2: anything else. May say more than the truth,
-- never less.
alter table executions add column pending smallint not null default 0;
-- The workflow's own task queue; of rows from before, empty, and their pending says 2.
alter table executions add column task_queue text collate "C" not null default '';
update executions set pending = 2 where has_tasks;
drop index executions_tasks;
alter table executions drop column has_tasks;
create index executions_pending_in_queue on executions (namespace_id, task_queue, run_id) where pending = 1;
create index executions_pending_elsewhere on executions (namespace_id, run_id) where pending = 2;
