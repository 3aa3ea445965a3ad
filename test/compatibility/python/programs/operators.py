"""What operators do: pause and reset activities, pause workflows."""

from contextlib import asynccontextmanager
from datetime import timedelta
from typing import AsyncIterator, Callable

from temporalio import activity, workflow
from temporalio.api.common.v1 import WorkflowExecution
from temporalio.api.workflowservice.v1 import (
    PauseActivityRequest,
    PauseWorkflowExecutionRequest,
    ResetActivityRequest,
    UnpauseActivityRequest,
    UnpauseWorkflowExecutionRequest,
)
from temporalio.client import WorkflowHandle
from temporalio.common import RetryPolicy

from program import Program, equal, feature
from programs.samples import Gathers


@workflow.defn
class Watched:
    @workflow.run
    async def run(self, milliseconds: int) -> None:
        await workflow.execute_activity(
            "fail",
            activity_id="watched",
            start_to_close_timeout=timedelta(seconds=30),
            retry_policy=RetryPolicy(initial_interval=timedelta(milliseconds=milliseconds), backoff_coefficient=1),
        )


@asynccontextmanager
async def failing(p: Program, milliseconds: int) -> AsyncIterator[tuple[WorkflowHandle, Callable[[], None]]]:
    """A run whose activity fails until it is mended."""
    is_mended = False

    @activity.defn
    async def fail() -> None:
        if not is_mended:
            raise RuntimeError("not yet")

    def mend() -> None:
        nonlocal is_mended
        is_mended = True

    async with p.worker([Watched], [fail]):
        handle = await p.start(Watched.run, milliseconds)

        async def has_failed() -> bool:
            pending = (await handle.describe()).raw_description.pending_activities
            return len(pending) == 1 and pending[0].attempt >= 2

        await p.until("a failed attempt", has_failed)
        yield handle, mend
        await handle.result()


@feature("activity-pause")
async def activity_pause(p: Program) -> None:
    async with failing(p, 50) as (handle, mend):
        execution = WorkflowExecution(workflow_id=handle.id)
        await p.client.workflow_service.pause_activity(
            PauseActivityRequest(namespace=p.namespace, execution=execution, id="watched", reason="look at it")
        )

        async def is_paused() -> bool:
            return (await handle.describe()).raw_description.pending_activities[0].paused

        await p.until("the pause", is_paused)
        mend()
        await p.client.workflow_service.unpause_activity(
            UnpauseActivityRequest(namespace=p.namespace, execution=execution, id="watched")
        )


@feature("activity-reset")
async def activity_reset(p: Program) -> None:
    # The next attempt would be in an hour.
    async with failing(p, 3_600_000) as (handle, mend):
        mend()
        await p.client.workflow_service.reset_activity(
            ResetActivityRequest(
                namespace=p.namespace, execution=WorkflowExecution(workflow_id=handle.id), id="watched"
            )
        )


@feature("workflow-pause")
async def workflow_pause(p: Program) -> None:
    async with p.worker([Gathers]):
        handle = await p.start(Gathers.run, 1)
        await p.first_task_done(handle)
        await p.client.workflow_service.pause_workflow_execution(
            PauseWorkflowExecutionRequest(
                namespace=p.namespace, workflow_id=handle.id, reason="look at it", request_id=p.id("pause")
            )
        )
        equal(await p.status(handle), "PAUSED")
        await handle.signal("add", 4)
        await p.client.workflow_service.unpause_workflow_execution(
            UnpauseWorkflowExecutionRequest(
                namespace=p.namespace, workflow_id=handle.id, request_id=p.id("unpause")
            )
        )
        equal(await handle.result(), [4])
