"""Priorities and fairness of activities that wait, and priorities of workflows."""

import asyncio
from datetime import timedelta
from typing import Any

from temporalio import activity, workflow
from temporalio.api.enums.v1 import TaskQueueType
from temporalio.api.taskqueue.v1 import TaskQueue
from temporalio.api.workflowservice.v1 import DescribeTaskQueueRequest
from temporalio.common import Priority

from program import Program, equal, feature


@workflow.defn
class Dispatches:
    @workflow.run
    async def run(self, queue: str, keys: list[int], by_fairness: bool) -> None:
        await asyncio.gather(
            *(
                workflow.execute_activity(
                    "note",
                    key,
                    task_queue=queue,
                    start_to_close_timeout=timedelta(minutes=1),
                    priority=Priority(fairness_key=f"tenant {key}") if by_fairness else Priority(priority_key=key),
                )
                for key in keys
            )
        )


async def dispatch_order(p: Program, keys: list[int], by_fairness: bool) -> list[int]:
    """Schedules an activity for each key before any worker polls and tells the order of their starts."""
    order: list[int] = []

    @activity.defn
    async def note(key: int) -> None:
        order.append(key)

    queue = p.queue + "-activities"

    async def is_waiting() -> bool:
        answer = await p.client.workflow_service.describe_task_queue(
            DescribeTaskQueueRequest(
                namespace=p.namespace,
                task_queue=TaskQueue(name=queue),
                task_queue_type=TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY,
                report_stats=True,
            )
        )
        return answer.stats.approximate_backlog_count >= len(keys)

    single: Any = {"task_queue": queue, "max_concurrent_activities": 1, "max_concurrent_activity_task_polls": 1}
    async with p.worker([Dispatches]):
        handle = await p.start(Dispatches.run, queue, keys, by_fairness)
        await p.until("the backlog", is_waiting)
        async with p.worker([], [note], **single):
            await handle.result()
    return order


@feature("priority")
async def priority(p: Program) -> None:
    # Urgent activities overtake those that waited before them; queues may have partitions, so only on the whole.
    order = await dispatch_order(p, [5] * 12 + [1] * 12, False)
    assert order[:12].count(1) >= 9, order


@feature("fairness")
async def fairness(p: Program) -> None:
    # A tenant with much work does not hold up one with little.
    order = await dispatch_order(p, [1] * 40 + [2], True)
    assert order.index(2) < 20, order


@workflow.defn
class Urgent:
    @workflow.run
    async def run(self, depth: int) -> list[int | None]:
        own = workflow.info().priority.priority_key
        if depth == 0:
            return [own]
        child = await workflow.execute_child_workflow(Urgent.run, depth - 1, priority=Priority(priority_key=4))
        return [own, *child]


@feature("priority-workflow")
async def priority_workflow(p: Program) -> None:
    async with p.worker([Urgent]):
        handle = await p.start(Urgent.run, 1, priority=Priority(priority_key=2))
        equal(await handle.result(), [2, 4])
        info = (await handle.describe()).raw_description.workflow_execution_info
        equal(info.priority.priority_key, 2)
