"""Local activities: markers instead of events, retries by timer, and workflow tasks kept alive by heartbeats."""

import asyncio
from datetime import timedelta
from typing import Any

from temporalio import activity, workflow
from temporalio.client import WorkflowFailureError
from temporalio.common import RetryPolicy
from temporalio.exceptions import ApplicationError, TimeoutError

from program import Program, application, cause_of, equal, feature, raised


@workflow.defn
class Locally:
    @workflow.run
    async def run(self, name: str, milliseconds: int, interval: int, attempts: int) -> Any:
        return await workflow.execute_local_activity(
            name,
            start_to_close_timeout=timedelta(milliseconds=milliseconds),
            retry_policy=RetryPolicy(
                initial_interval=timedelta(milliseconds=interval), backoff_coefficient=1, maximum_attempts=attempts
            ),
            local_retry_threshold=timedelta(seconds=1),
        )


@activity.defn
async def near() -> str:
    return "near"


@activity.defn
async def fails_twice() -> str:
    if activity.info().attempt < 3:
        raise RuntimeError("not yet")
    return "at last"


@activity.defn
async def slow() -> str:
    await asyncio.sleep(5)
    return "slow"


@activity.defn
async def refuses() -> None:
    raise ApplicationError("no", type="Refused", non_retryable=True)


ALL = [near, fails_twice, slow, refuses]


@feature("local-activity")
async def local_activity(p: Program) -> None:
    async with p.worker([Locally], ALL):
        handle = await p.start(Locally.run, "near", 10_000, 10, 1)
        equal(await handle.result(), "near")
        types = await p.types(handle)
        assert "MARKER_RECORDED" in types and "ACTIVITY_TASK_SCHEDULED" not in types


@feature("local-activity-retry")
async def retry(p: Program) -> None:
    async with p.worker([Locally], ALL):
        equal(await p.run(Locally.run, "fails_twice", 10_000, 1, 5), "at last")


@feature("local-activity-retry-by-timer")
async def retry_by_timer(p: Program) -> None:
    # A wait longer than the threshold becomes a timer of the server.
    async with p.worker([Locally], ALL):
        handle = await p.start(Locally.run, "fails_twice", 10_000, 1500, 5)
        equal(await handle.result(), "at last")
        assert "TIMER_FIRED" in await p.types(handle)


@feature("local-activity-long")
async def long(p: Program) -> None:
    # Longer than the workflow task's timeout: the worker completes the task and asks for a new one, again and again.
    async with p.worker([Locally], ALL):
        handle = await p.start(Locally.run, "slow", 30_000, 10, 1, task_timeout=timedelta(seconds=2))
        equal(await handle.result(), "slow")
        types = await p.types(handle)
        assert "WORKFLOW_TASK_TIMED_OUT" not in types
        assert types.count("WORKFLOW_TASK_COMPLETED") > 2


@feature("local-activity-timeout")
async def timeout(p: Program) -> None:
    async with p.worker([Locally], ALL):
        error = await raised(WorkflowFailureError, p.run(Locally.run, "slow", 300, 10, 1))
        cause_of(error, TimeoutError)


@feature("local-activity-failure")
async def failure(p: Program) -> None:
    async with p.worker([Locally], ALL):
        error = await raised(WorkflowFailureError, p.run(Locally.run, "refuses", 10_000, 10, 1))
        equal(application(error).type, "Refused")
