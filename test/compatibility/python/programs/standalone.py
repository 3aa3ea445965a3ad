"""Activities without a workflow."""

from datetime import timedelta
from typing import Any

from temporalio import activity
from temporalio.client import ActivityExecutionStatus, ActivityFailureError, ActivityHandle, PendingActivityState
from temporalio.common import RetryPolicy
from temporalio.exceptions import ActivityAlreadyStartedError, ApplicationError, CancelledError, TerminatedError

from program import Program, application, cause_of, equal, feature, raised
from programs.activities import flaky
from programs.samples import greet, linger, noop


async def begin(p: Program, name: str, *args: Any) -> ActivityHandle:
    return await p.client.start_activity(
        name,
        args=args,
        id=p.id("activity"),
        task_queue=p.queue,
        schedule_to_close_timeout=timedelta(seconds=40),
        start_to_close_timeout=timedelta(seconds=30),
        heartbeat_timeout=timedelta(seconds=5),
        retry_policy=RetryPolicy(initial_interval=timedelta(milliseconds=10)),
    )


@feature("standalone-activity")
async def result(p: Program) -> None:
    async with p.worker([], [greet]):
        handle = await begin(p, "greet", "Ada")
        equal(await handle.result(), "Hello, Ada")
        equal((await handle.describe()).status, ActivityExecutionStatus.COMPLETED)


@feature("standalone-activity-retry")
async def retry(p: Program) -> None:
    async with p.worker([], [flaky]):
        equal(await (await begin(p, "flaky")).result(), 3)


@activity.defn
async def refuse() -> None:
    raise ApplicationError("no", type="Refused", non_retryable=True)


@feature("standalone-activity-failure")
async def failure(p: Program) -> None:
    async with p.worker([], [refuse]):
        error = await raised(ActivityFailureError, (await begin(p, "refuse")).result())
        equal(application(error).type, "Refused")


@feature("standalone-activity-cancel")
async def cancel(p: Program) -> None:
    async with p.worker([], [linger]):
        handle = await begin(p, "linger")

        async def is_started() -> bool:
            return (await handle.describe()).run_state == PendingActivityState.STARTED

        await p.until("the attempt", is_started)
        await handle.cancel(reason="too late")
        cause_of(await raised(ActivityFailureError, handle.result()), CancelledError)


@feature("standalone-activity-terminate")
async def terminate(p: Program) -> None:
    handle = await begin(p, "nobody serves this")
    await handle.terminate(reason="enough")
    cause_of(await raised(ActivityFailureError, handle.result()), TerminatedError)


@feature("standalone-activity-list")
async def lists(p: Program) -> None:
    async with p.worker([], [noop]):
        handle = await begin(p, "noop")
        await handle.result()
        query = f"ActivityId = '{handle.id}'"

        async def is_listed() -> bool:
            return [found.activity_id async for found in p.client.list_activities(query)] == [handle.id]

        await p.until("the activity in the list", is_listed)
        equal((await p.client.count_activities(query)).count, 1)


@feature("standalone-activity-id-taken")
async def id_taken(p: Program) -> None:
    handle = await begin(p, "nobody serves this")
    await raised(ActivityAlreadyStartedError, begin(p, "nobody serves this"))
    await handle.terminate()
