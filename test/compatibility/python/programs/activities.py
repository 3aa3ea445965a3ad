"""Activities: results, retries and what they know of themselves."""

import asyncio
from datetime import timedelta
from collections.abc import Sequence
from typing import Any

from temporalio import activity, workflow
from temporalio.client import WorkflowFailureError
from temporalio.common import RawValue, RetryPolicy
from temporalio.exceptions import ActivityError, ApplicationError, RetryState

from program import ONCE, SHORT, Program, application, cause_of, equal, feature, raised
from programs.samples import Calls, Greets, greet, noop


@feature("activity-result")
async def activity_result(p: Program) -> None:
    async with p.worker([Greets], [greet]):
        handle = await p.start(Greets.run, "Ada")
        equal(await handle.result(), "Hello, Ada")
        equal(
            await p.types(handle),
            [
                "WORKFLOW_EXECUTION_STARTED",
                "WORKFLOW_TASK_SCHEDULED",
                "WORKFLOW_TASK_STARTED",
                "WORKFLOW_TASK_COMPLETED",
                "ACTIVITY_TASK_SCHEDULED",
                "ACTIVITY_TASK_STARTED",
                "ACTIVITY_TASK_COMPLETED",
                "WORKFLOW_TASK_SCHEDULED",
                "WORKFLOW_TASK_STARTED",
                "WORKFLOW_TASK_COMPLETED",
                "WORKFLOW_EXECUTION_COMPLETED",
            ],
        )


@workflow.defn
class Doubles:
    @workflow.run
    async def run(self, numbers: int) -> int:
        work = [workflow.execute_activity(double, n, **SHORT) for n in range(numbers)]
        return sum(await asyncio.gather(*work))


@activity.defn
async def double(n: int) -> int:
    return 2 * n


@feature("activity-parallel")
async def activity_parallel(p: Program) -> None:
    async with p.worker([Doubles], [double]):
        equal(await p.run(Doubles.run, 30), 870)


@workflow.defn
class Describes:
    @workflow.run
    async def run(self) -> dict[str, Any]:
        return await workflow.execute_activity(
            describe,
            activity_id="mine",
            start_to_close_timeout=timedelta(seconds=20),
            schedule_to_close_timeout=timedelta(seconds=30),
        )


@activity.defn
async def describe() -> dict[str, Any]:
    info = activity.info()
    return {
        "id": info.activity_id,
        "type": info.activity_type,
        "attempt": info.attempt,
        "workflow": info.workflow_id,
        "workflowType": info.workflow_type,
        "queue": info.task_queue,
        "namespace": info.workflow_namespace,
        "hasToken": len(info.task_token) > 0,
        "startToClose": info.start_to_close_timeout.total_seconds() if info.start_to_close_timeout else 0,
    }


@feature("activity-info")
async def activity_info(p: Program) -> None:
    async with p.worker([Describes], [describe]):
        handle = await p.start(Describes.run)
        expected = {
            "id": "mine",
            "type": "describe",
            "attempt": 1,
            "workflow": handle.id,
            "workflowType": "Describes",
            "queue": p.queue,
            "namespace": p.namespace,
            "hasToken": True,
            "startToClose": 20,
        }
        equal(await handle.result(), expected)


@activity.defn
async def flaky() -> int:
    attempt = activity.info().attempt
    if attempt < 3:
        raise RuntimeError("not yet")
    return attempt


@feature("activity-retry")
async def activity_retry(p: Program) -> None:
    async with p.worker([Calls], [flaky]):
        handle = await p.start(Calls.run, "flaky", [])
        equal(await handle.result(), 3)
        started = (await p.event(handle, "ACTIVITY_TASK_STARTED")).activity_task_started_event_attributes
        equal((started.attempt, started.last_failure.message), (3, "not yet"))


@workflow.defn
class Exhausts:
    @workflow.run
    async def run(self, kind: str, non_retryable: bool) -> None:
        policy = RetryPolicy(
            initial_interval=timedelta(milliseconds=1), maximum_attempts=2, non_retryable_error_types=["Fatal"]
        )
        await workflow.execute_activity(
            fail, args=[kind, non_retryable], start_to_close_timeout=timedelta(seconds=30), retry_policy=policy
        )


@activity.defn
async def fail(kind: str, non_retryable: bool) -> None:
    raise ApplicationError("as asked", "because", 7, type=kind, non_retryable=non_retryable)


@feature("activity-retry-exhausted")
async def activity_retry_exhausted(p: Program) -> None:
    async with p.worker([Exhausts], [fail]):
        error = await raised(WorkflowFailureError, p.run(Exhausts.run, "Usual", False))
        equal(cause_of(error, ActivityError).retry_state, RetryState.MAXIMUM_ATTEMPTS_REACHED)
        equal((application(error).type, list(application(error).details)), ("Usual", ["because", 7]))


@feature("activity-non-retryable")
async def activity_non_retryable(p: Program) -> None:
    async with p.worker([Exhausts], [fail]):
        for kind, non_retryable in (("Fatal", False), ("Other", True)):
            error = await raised(WorkflowFailureError, p.run(Exhausts.run, kind, non_retryable))
            equal(cause_of(error, ActivityError).retry_state, RetryState.NON_RETRYABLE_FAILURE)


@workflow.defn
class WaitsForRetry:
    @workflow.run
    async def run(self) -> float:
        before = workflow.now()
        policy = RetryPolicy(initial_interval=timedelta(hours=1))
        await workflow.execute_activity(
            says_when, start_to_close_timeout=timedelta(seconds=30), retry_policy=policy
        )
        return (workflow.now() - before).total_seconds()


@activity.defn
async def says_when() -> None:
    if activity.info().attempt == 1:
        raise ApplicationError("later", next_retry_delay=timedelta(milliseconds=700))


@feature("activity-next-retry-delay")
async def activity_next_retry_delay(p: Program) -> None:
    async with p.worker([WaitsForRetry], [says_when]):
        assert await p.run(WaitsForRetry.run) >= 0.69


@workflow.defn
class Summarises:
    @workflow.run
    async def run(self) -> None:
        await workflow.execute_activity(noop, summary="to greet", **SHORT)


@feature("activity-summary")
async def activity_summary(p: Program) -> None:
    async with p.worker([Summarises], [noop]):
        handle = await p.start(Summarises.run)
        await handle.result()
        event = await p.event(handle, "ACTIVITY_TASK_SCHEDULED")
        equal(event.user_metadata.summary.data, b'"to greet"')


@workflow.defn
class SendsElsewhere:
    @workflow.run
    async def run(self, queue: str) -> str:
        return await workflow.execute_activity(where, task_queue=queue, **SHORT)


@activity.defn
async def where() -> str:
    return activity.info().task_queue


@feature("activity-on-another-queue")
async def activity_on_another_queue(p: Program) -> None:
    other = p.queue + "-other"
    async with p.worker([SendsElsewhere]), p.worker([], [where], task_queue=other):
        equal(await p.run(SendsElsewhere.run, other), other)


@activity.defn(dynamic=True)
async def anything(_: Sequence[RawValue]) -> str:
    return activity.info().activity_type


@feature("activity-dynamic")
async def activity_dynamic(p: Program) -> None:
    async with p.worker([Calls], [anything]):
        equal(await p.run(Calls.run, "nobody registered this", []), "nobody registered this")


@workflow.defn
class CallsOnce:
    @workflow.run
    async def run(self, name: str) -> None:
        await workflow.execute_activity(name, **ONCE)


@activity.defn
async def panics() -> None:
    raise ZeroDivisionError("ouch")


@feature("activity-panic")
async def activity_panic(p: Program) -> None:
    async with p.worker([CallsOnce], [panics]):
        error = await raised(WorkflowFailureError, p.run(CallsOnce.run, "panics"))
        equal((application(error).type, application(error).message), ("ZeroDivisionError", "ouch"))


@feature("unknown-activity-type")
async def unknown_activity_type(p: Program) -> None:
    async with p.worker([CallsOnce], [noop]):
        error = await raised(WorkflowFailureError, p.run(CallsOnce.run, "nobody wrote this"))
        assert "nobody wrote this" in application(error).message
