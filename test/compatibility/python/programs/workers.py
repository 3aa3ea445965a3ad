"""Workers: how they are tuned, how they stop, and what becomes of workflow code that fails."""

import asyncio
import time
from datetime import timedelta
from typing import Any

from temporalio import activity, workflow
from temporalio.api.enums.v1 import TaskQueueType, WorkflowTaskFailedCause
from temporalio.api.taskqueue.v1 import TaskQueue
from temporalio.api.workflowservice.v1 import DescribeTaskQueueRequest
from temporalio.client import WorkflowFailureError
from temporalio.service import RPCError
from temporalio.worker import PollerBehaviorAutoscaling, WorkerTuner
from temporalio.workflow import NondeterminismError

from program import ONCE, SHORT, Program, application, equal, feature, raised
from programs.activities import Doubles, double
from programs.samples import AtOnce, Gathers, noop


async def many_activities(p: Program, **options: Any) -> None:
    async with p.worker([Doubles], [double], **options):
        equal(await asyncio.gather(*(p.run(Doubles.run, 20) for _ in range(5))), [380] * 5)


@feature("worker-poller-autoscaling")
async def autoscaling(p: Program) -> None:
    scaling = PollerBehaviorAutoscaling(minimum=1, maximum=10, initial=2)
    await many_activities(p, workflow_task_poller_behavior=scaling, activity_task_poller_behavior=scaling)


@feature("worker-tuner")
async def tuner(p: Program) -> None:
    await many_activities(
        p, tuner=WorkerTuner.create_fixed(workflow_slots=5, activity_slots=3, local_activity_slots=2, nexus_slots=2)
    )


@feature("worker-without-cache")
async def without_cache(p: Program) -> None:
    # Each task comes with the whole history.
    async with p.worker([Gathers], max_cached_workflows=0):
        handle = await p.start(Gathers.run, 3)
        for amount in (1, 2, 3):
            await handle.signal("add", amount)
            await handle.query("__stack_trace")
        equal(await handle.result(), [1, 2, 3])


@feature("worker-sticky-timeout")
async def sticky_timeout(p: Program) -> None:
    # A sticky task that waits too long goes back to the queue that all workers share, with the whole history.
    brief: Any = {"sticky_queue_schedule_to_start_timeout": timedelta(milliseconds=1)}
    async with p.worker([Gathers], **brief):
        handle = await p.start(Gathers.run, 2)
        await p.first_task_done(handle)
        # A second worker of the same queue and client needs a client of its own.
        async with p.worker([Gathers], client=await p.dial(), **brief):
            for amount in (1, 2):
                await handle.signal("add", amount)
            equal(await handle.result(), [1, 2])


@workflow.defn
class RunsSlow:
    @workflow.run
    async def run(self) -> str:
        return await workflow.execute_activity("slow", **ONCE)


@feature("worker-graceful-stop")
async def graceful_stop(p: Program) -> None:
    begun = asyncio.Event()

    @activity.defn
    async def slow() -> str:
        begun.set()
        await activity.wait_for_worker_shutdown()
        return "finished while stopping"

    async with p.worker([RunsSlow], [slow], graceful_shutdown_timeout=timedelta(seconds=10)):
        handle = await p.start(RunsSlow.run)
        await begun.wait()
    async with p.worker([RunsSlow], [slow]):
        equal(await handle.result(), "finished while stopping")


@feature("worker-stopped-with-sticky-run")
async def stopped_with_sticky_run(p: Program) -> None:
    async with p.worker([Gathers]):
        handle = await p.start(Gathers.run, 2)
        await handle.signal("add", 1)
        await p.first_task_done(handle)
    async with p.worker([Gathers]):
        await handle.signal("add", 2)
        equal(await handle.result(), [1, 2])


@workflow.defn
class RunsSix:
    @workflow.run
    async def run(self) -> None:
        await asyncio.gather(*(workflow.execute_activity(noop, **SHORT) for _ in range(6)))


@feature("worker-activities-per-second")
async def activities_per_second(p: Program) -> None:
    async with p.worker(
        [RunsSix], [noop], max_task_queue_activities_per_second=2, disable_eager_activity_execution=True
    ):
        before = time.monotonic()
        await p.run(RunsSix.run)
        assert time.monotonic() - before > 1.5


@feature("describe-task-queue")
async def describe_task_queue(p: Program) -> None:
    async with p.worker([AtOnce], identity="watched"):

        async def is_seen() -> bool:
            answer = await p.client.workflow_service.describe_task_queue(
                DescribeTaskQueueRequest(
                    namespace=p.namespace,
                    task_queue=TaskQueue(name=p.queue),
                    task_queue_type=TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
                )
            )
            return "watched" in [poller.identity for poller in answer.pollers]

        await p.until("the poller", is_seen)


is_broken: set[str] = set()


@workflow.defn
class Mended:
    @workflow.run
    async def run(self) -> str:
        if workflow.info().workflow_id in is_broken:
            is_broken.remove(workflow.info().workflow_id)
            raise RuntimeError("not written yet")
        return "mended"


@feature("workflow-task-failure")
async def workflow_task_failure(p: Program) -> None:
    # Code that raises an unknown error fails the task, not the workflow: the run goes on when the code is mended.
    is_broken.add(p.id("broken"))
    async with p.worker([Mended]):
        handle = await p.start(Mended.run, id=p.id("broken"))
        equal(await handle.result(), "mended")
        failed = (await p.event(handle, "WORKFLOW_TASK_FAILED")).workflow_task_failed_event_attributes
        cause = WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_WORKFLOW_WORKER_UNHANDLED_FAILURE
        equal(failed.cause, cause)
        assert "not written yet" in failed.failure.message


@feature("workflow-panic-policy")
async def workflow_panic_policy(p: Program) -> None:
    is_broken.add(p.id("broken"))
    async with p.worker([Mended], workflow_failure_exception_types=[Exception]):
        handle = await p.start(Mended.run, id=p.id("broken"))
        error = await raised(WorkflowFailureError, handle.result())
        assert "not written yet" in application(error).message


@workflow.defn(name="Gathers")
class Diverges(Gathers):
    @workflow.run
    async def run(self, expected: int) -> list[int]:
        await workflow.execute_activity("nothing", **SHORT)
        return []


@workflow.defn(name="Gathers")
class GathersWithTimer(Gathers):
    @workflow.run
    async def run(self, expected: int) -> list[int]:
        await workflow.sleep(timedelta(hours=1))
        return []


@feature("workflow-nondeterminism")
async def workflow_nondeterminism(p: Program) -> None:
    async with p.worker([GathersWithTimer]):
        handle = await p.start("Gathers", 1)
        await p.first_task_done(handle)
    async with p.worker([Diverges], workflow_failure_exception_types=[NondeterminismError]):
        await handle.signal("add", 1)
        error = await raised(WorkflowFailureError, handle.result())
        assert "TMPRL1100" in application(error).message


@feature("unknown-workflow-type")
async def unknown_workflow_type(p: Program) -> None:
    async with p.worker([AtOnce]):
        handle = await p.start("nobody wrote this")

        async def has_failed() -> bool:
            return "WORKFLOW_TASK_FAILED" in await p.types(handle)

        await p.until("the failed task", has_failed)
        await handle.terminate()


@feature("namespace-missing")
async def namespace_missing(p: Program) -> None:
    client = await p.dial(namespace="nobody-made-this")
    error = await raised(RPCError, p.start(AtOnce.run, client=client))
    assert "nobody-made-this" in str(error)


