"""How activities end otherwise: timeouts, heartbeats, cancellation, completion by somebody else."""

import asyncio
from datetime import timedelta
from typing import Any

from temporalio import activity, workflow
from temporalio.client import AsyncActivityCancelledError, AsyncActivityHandle, WorkflowFailureError, WorkflowHandle
from temporalio.common import RetryPolicy
from temporalio.exceptions import ActivityError, ApplicationError, CancelledError, TimeoutError, TimeoutType
from temporalio.service import RPCError, RPCStatusCode
from temporalio.workflow import ActivityCancellationType

from program import Program, application, cause_of, equal, feature, raised
from programs.samples import Calls, linger


@workflow.defn
class TimesOut:
    @workflow.run
    async def run(self, milliseconds: dict[str, int], queue: str) -> None:
        timeouts: Any = {name: timedelta(milliseconds=value) for name, value in milliseconds.items()}
        await workflow.execute_activity(
            hang, task_queue=queue, retry_policy=RetryPolicy(maximum_attempts=1), **timeouts
        )


@activity.defn
async def hang() -> None:
    activity.heartbeat("last words")
    await asyncio.sleep(3600)


async def timed_out(p: Program, queue: str, **milliseconds: int) -> TimeoutError:
    async with p.worker([TimesOut], [hang]):
        error = await raised(WorkflowFailureError, p.run(TimesOut.run, milliseconds, queue))
        return cause_of(error, TimeoutError)


@feature("activity-timeout-start-to-close")
async def start_to_close(p: Program) -> None:
    error = await timed_out(p, p.queue, start_to_close_timeout=1000)
    equal(error.type, TimeoutType.START_TO_CLOSE)


@feature("activity-timeout-schedule-to-start")
async def schedule_to_start(p: Program) -> None:
    error = await timed_out(
        p, p.queue + "-nobody", schedule_to_start_timeout=1000, start_to_close_timeout=60_000
    )
    equal(error.type, TimeoutType.SCHEDULE_TO_START)


@feature("activity-timeout-schedule-to-close")
async def schedule_to_close(p: Program) -> None:
    error = await timed_out(p, p.queue, schedule_to_close_timeout=1000)
    # The attempt's own timeout is cut to the same moment: either may be told.
    assert error.type in (TimeoutType.SCHEDULE_TO_CLOSE, TimeoutType.START_TO_CLOSE), error.type


@feature("activity-timeout-heartbeat")
async def heartbeat(p: Program) -> None:
    error = await timed_out(p, p.queue, heartbeat_timeout=1000, start_to_close_timeout=60_000)
    equal((error.type, list(error.last_heartbeat_details)), (TimeoutType.HEARTBEAT, ["last words"]))


@activity.defn
async def count() -> int:
    details = activity.info().heartbeat_details
    if details:
        return details[0]
    activity.heartbeat(42)
    raise RuntimeError("dies halfway")


@feature("activity-heartbeat-resume")
async def resume(p: Program) -> None:
    async with p.worker([Calls], [count]):
        equal(await p.run(Calls.run, "count", []), 42)


@feature("activity-heartbeat-described")
async def heartbeat_described(p: Program) -> None:
    @activity.defn
    async def beat() -> None:
        activity.heartbeat("at 7")
        await done.wait()

    done = asyncio.Event()
    async with p.worker([Calls], [beat]):
        handle = await p.start(Calls.run, "beat", [])

        async def has_details() -> bool:
            pending = (await handle.describe()).raw_description.pending_activities
            return len(pending) == 1 and [x.data for x in pending[0].heartbeat_details.payloads] == [b'"at 7"']

        await p.until("heartbeat details", has_details)
        done.set()
        await handle.result()


@workflow.defn
class Cancels:
    @workflow.run
    async def run(self, name: str, cancellation: int) -> str:
        work = workflow.start_activity(
            name,
            start_to_close_timeout=timedelta(seconds=30),
            heartbeat_timeout=timedelta(seconds=3),
            cancellation_type=ActivityCancellationType(cancellation),
        )
        await workflow.sleep(timedelta(milliseconds=500))
        work.cancel()
        try:
            return await work
        except ActivityError as error:
            if isinstance(error.cause, CancelledError):
                return "canceled"
            raise


@feature("activity-cancel-try")
async def cancel_try(p: Program) -> None:
    async with p.worker([Cancels], [linger]):
        handle = await p.start(Cancels.run, "linger", ActivityCancellationType.TRY_CANCEL)
        equal(await handle.result(), "canceled")
        assert "ACTIVITY_TASK_CANCEL_REQUESTED" in await p.types(handle)


@feature("activity-cancel-wait")
async def cancel_wait(p: Program) -> None:
    async with p.worker([Cancels], [linger]):
        handle = await p.start(Cancels.run, "linger", ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
        equal(await handle.result(), "canceled")
        assert "ACTIVITY_TASK_CANCELED" in await p.types(handle)


@feature("activity-cancel-abandon")
async def cancel_abandon(p: Program) -> None:
    async with p.worker([Cancels], [linger]):
        handle = await p.start(Cancels.run, "linger", ActivityCancellationType.ABANDON)
        equal(await handle.result(), "canceled")
        assert "ACTIVITY_TASK_CANCEL_REQUESTED" not in await p.types(handle)


@activity.defn
async def stubborn() -> str:
    try:
        await linger()
    except asyncio.CancelledError:
        pass
    return "finished anyway"


@feature("activity-cancel-ignored")
async def cancel_ignored(p: Program) -> None:
    async with p.worker([Cancels], [stubborn]):
        kind = ActivityCancellationType.WAIT_CANCELLATION_COMPLETED
        equal(await p.run(Cancels.run, "stubborn", kind), "finished anyway")


@workflow.defn
class WaitsForOutside:
    @workflow.run
    async def run(self) -> str:
        try:
            return await workflow.execute_activity(
                "pending",
                activity_id="async",
                start_to_close_timeout=timedelta(seconds=60),
                retry_policy=RetryPolicy(maximum_attempts=1),
                cancellation_type=ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
            )
        except ActivityError as error:
            if isinstance(error.cause, CancelledError):
                return "canceled"
            raise


class Outside:
    """A run whose activity waits for its completion by somebody else."""

    def __init__(self, p: Program) -> None:
        self.p = p
        self.token: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()

        @activity.defn
        async def pending() -> str:
            self.token.set_result(activity.info().task_token)
            activity.raise_complete_async()

        self.worker = p.worker([WaitsForOutside], [pending])

    async def __aenter__(self) -> tuple[WorkflowHandle, AsyncActivityHandle]:
        await self.worker.__aenter__()
        handle = await self.p.start(WaitsForOutside.run)
        return handle, self.p.client.get_async_activity_handle(task_token=await self.token)

    async def __aexit__(self, *error: Any) -> None:
        await self.worker.__aexit__(*error)


@feature("activity-async-by-token")
async def async_by_token(p: Program) -> None:
    async with Outside(p) as (handle, outside):
        await outside.heartbeat("still here")
        await outside.complete("from outside")
        equal(await handle.result(), "from outside")
        error = await raised(RPCError, outside.complete("twice"))
        equal(error.status, RPCStatusCode.NOT_FOUND)


@feature("activity-async-by-id")
async def async_by_id(p: Program) -> None:
    async with Outside(p) as (handle, _):
        by_id = p.client.get_async_activity_handle(workflow_id=handle.id, run_id=None, activity_id="async")
        await by_id.heartbeat("still here")
        await by_id.complete("by its id")
        equal(await handle.result(), "by its id")


@feature("activity-async-failure")
async def async_failure(p: Program) -> None:
    async with Outside(p) as (handle, outside):
        await outside.fail(ApplicationError("refused", type="Refused", non_retryable=True))
        equal(application(await raised(WorkflowFailureError, handle.result())).type, "Refused")


@feature("activity-async-cancel")
async def async_cancel(p: Program) -> None:
    async with Outside(p) as (handle, outside):
        await handle.cancel()

        async def is_asked() -> bool:
            try:
                await outside.heartbeat()
                return False
            except AsyncActivityCancelledError:
                return True

        await p.until("the request to cancel", is_asked)
        await outside.report_cancellation("gave up")
        equal(await handle.result(), "canceled")


