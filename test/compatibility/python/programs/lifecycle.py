"""How runs end and go on: cancel, terminate, timeouts, retries, cron, continue-as-new, resets."""

import asyncio
import time
from datetime import timedelta

from temporalio import workflow
from temporalio.api.common.v1 import WorkflowExecution
from temporalio.api.enums.v1 import ResetReapplyExcludeType
from temporalio.api.workflowservice.v1 import ResetWorkflowExecutionRequest
from temporalio.client import WorkflowFailureError, WorkflowHandle
from temporalio.common import RetryPolicy
from temporalio.exceptions import ApplicationError, CancelledError, TerminatedError, TimeoutError
from temporalio.service import RPCError, RPCStatusCode

from program import Program, application, cause_of, equal, feature, raised
from programs.samples import AtOnce, Forever, Gathers


@workflow.defn
class Continues:
    @workflow.run
    async def run(self, left: int) -> str:
        if left > 0:
            workflow.continue_as_new(left - 1)
        return workflow.info().first_execution_run_id


@feature("continue-as-new")
async def continue_as_new(p: Program) -> None:
    async with p.worker([Continues]):
        handle = await p.start(Continues.run, 3)
        equal(await handle.result(), handle.first_execution_run_id)
        latest = await p.client.get_workflow_handle(handle.id).describe()
        assert latest.run_id != handle.first_execution_run_id


@workflow.defn
class GathersTwice:
    def __init__(self) -> None:
        self.amounts: list[int] = []

    @workflow.run
    async def run(self, is_second: bool) -> list[int]:
        await workflow.wait_condition(lambda: len(self.amounts) > 0)
        if not is_second:
            workflow.continue_as_new(True)
        return self.amounts

    @workflow.signal
    def add(self, amount: int) -> None:
        self.amounts.append(amount)


@feature("continue-as-new-keeps-signals")
async def continue_as_new_keeps_signals(p: Program) -> None:
    async with p.worker([GathersTwice]):
        handle = await p.start(GathersTwice.run, False)
        await handle.signal("add", 1)

        async def is_second() -> bool:
            latest = await p.client.get_workflow_handle(handle.id).describe()
            return latest.run_id != handle.first_execution_run_id

        await p.until("the second run", is_second)
        await p.client.get_workflow_handle(handle.id).signal("add", 2)
        equal(await handle.result(), [2])


@feature("cancel")
async def cancel(p: Program) -> None:
    async with p.worker([Forever]):
        handle = await p.start(Forever.run)
        await handle.cancel()
        cause_of(await raised(WorkflowFailureError, handle.result()), CancelledError)
        equal(await p.status(handle), "CANCELED")


@workflow.defn
class CleansUpItself:
    @workflow.run
    async def run(self) -> str:
        try:
            await workflow.sleep(timedelta(hours=1))
        except asyncio.CancelledError:
            await workflow.sleep(timedelta(milliseconds=50))
        return f"cleaned up: {workflow.cancellation_reason()}"


@feature("cancel-cleanup")
async def cancel_cleanup(p: Program) -> None:
    async with p.worker([CleansUpItself]):
        handle = await p.start(CleansUpItself.run)
        await p.first_task_done(handle)
        await handle.cancel(reason="too late")
        equal(await handle.result(), "cleaned up: too late")


@feature("terminate")
async def terminate(p: Program) -> None:
    async with p.worker([Forever]):
        handle = await p.start(Forever.run)
        await handle.terminate("said", 3, reason="enough")
        cause_of(await raised(WorkflowFailureError, handle.result()), TerminatedError)
        event = await p.event(handle, "WORKFLOW_EXECUTION_TERMINATED")
        attributes = event.workflow_execution_terminated_event_attributes
        equal((attributes.reason, len(attributes.details.payloads)), ("enough", 2))
        equal((await raised(RPCError, handle.terminate())).status, RPCStatusCode.NOT_FOUND)


@workflow.defn
class Fails:
    @workflow.run
    async def run(self) -> None:
        try:
            raise ApplicationError("the deeper reason", type="Deep")
        except ApplicationError as error:
            raise ApplicationError("it failed", {"code": 7}, type="Failed") from error


@feature("workflow-failure")
async def workflow_failure(p: Program) -> None:
    async with p.worker([Fails]):
        error = application(await raised(WorkflowFailureError, p.run(Fails.run)))
        equal((error.type, list(error.details)), ("Failed", [{"code": 7}]))
        equal(application(error.cause or error).type, "Deep")


@workflow.defn
class Retries:
    @workflow.run
    async def run(self) -> int:
        if workflow.info().attempt < 3:
            raise ApplicationError("again")
        return workflow.info().attempt


@feature("workflow-retry")
async def workflow_retry(p: Program) -> None:
    async with p.worker([Retries]):
        policy = RetryPolicy(initial_interval=timedelta(milliseconds=20), maximum_attempts=5)
        equal(await p.run(Retries.run, retry_policy=policy), 3)


@feature("workflow-run-timeout")
async def run_timeout(p: Program) -> None:
    async with p.worker([Forever]):
        handle = await p.start(Forever.run, run_timeout=timedelta(seconds=1))
        cause_of(await raised(WorkflowFailureError, handle.result()), TimeoutError)
        equal(await p.status(handle), "TIMED_OUT")


@workflow.defn
class Endless:
    @workflow.run
    async def run(self) -> None:
        await workflow.sleep(timedelta(milliseconds=300))
        workflow.continue_as_new()


@feature("workflow-execution-timeout")
async def execution_timeout(p: Program) -> None:
    async with p.worker([Endless]):
        handle = await p.start(Endless.run, execution_timeout=timedelta(seconds=2))
        cause_of(await raised(WorkflowFailureError, handle.result()), TimeoutError)


is_slow: set[str] = set()


@workflow.defn
class SlowOnce:
    @workflow.run
    async def run(self) -> str:
        if workflow.info().workflow_id in is_slow:
            is_slow.remove(workflow.info().workflow_id)
            time.sleep(1.5)
        return "done"


@feature("workflow-task-timeout")
async def task_timeout(p: Program) -> None:
    # The worker answers too late: the task goes out again.
    is_slow.add(p.id("slow"))
    async with p.worker([SlowOnce]):
        handle = await p.start(SlowOnce.run, id=p.id("slow"), task_timeout=timedelta(seconds=1))
        equal(await handle.result(), "done")
        assert "WORKFLOW_TASK_TIMED_OUT" in await p.types(handle)


@workflow.defn
class Counts:
    @workflow.run
    async def run(self) -> int:
        return (workflow.get_last_completion_result(int) or 0) + 1


@feature("cron")
async def cron(p: Program) -> None:
    async with p.worker([Counts]):
        handle = await p.start(Counts.run, cron_schedule="@every 1s")
        latest = p.client.get_workflow_handle(handle.id)

        async def is_third() -> bool:
            started = (await p.events(latest))[0].workflow_execution_started_event_attributes
            return [payload.data for payload in started.last_completion_result.payloads] == [b"2"]

        await p.until("the third run", is_third)
        await latest.terminate()


async def reset(p: Program, handle: WorkflowHandle, event_id: int, excluded: tuple[int, ...] = ()) -> WorkflowHandle:
    answer = await p.client.workflow_service.reset_workflow_execution(
        ResetWorkflowExecutionRequest(
            namespace=p.namespace,
            workflow_execution=WorkflowExecution(workflow_id=handle.id, run_id=handle.first_execution_run_id or ""),
            reason="try again",
            request_id=p.id("reset"),
            workflow_task_finish_event_id=event_id,
            reset_reapply_exclude_types=excluded,  # type: ignore[arg-type]
        )
    )
    return p.client.get_workflow_handle(handle.id, run_id=answer.run_id)


@workflow.defn
class Draws:
    @workflow.run
    async def run(self) -> float:
        return workflow.time()


@feature("reset")
async def reset_run(p: Program) -> None:
    async with p.worker([Draws]):
        handle = await p.start(Draws.run)
        first = await handle.result()
        assert await (await reset(p, handle, 3)).result() > first


@feature("reset-keeps-signals")
async def reset_keeps_signals(p: Program) -> None:
    async with p.worker([Gathers]):
        handle = await p.start(Gathers.run, 1)
        await handle.signal("add", 3)
        await handle.result()
        first = await p.event(handle, "WORKFLOW_TASK_COMPLETED")
        equal(await (await reset(p, handle, first.event_id)).result(), [3])


@feature("reset-drops-signals")
async def reset_drops_signals(p: Program) -> None:
    async with p.worker([Gathers]):
        handle = await p.start(Gathers.run, 1)
        await p.first_task_done(handle)
        await handle.signal("add", 3)
        await handle.result()
        again = await reset(p, handle, 4, (ResetReapplyExcludeType.RESET_REAPPLY_EXCLUDE_TYPE_SIGNAL,))
        await again.signal("add", 4)
        equal(await again.result(), [4])


@feature("reset-invalid-point")
async def reset_invalid_point(p: Program) -> None:
    async with p.worker([AtOnce]):
        handle = await p.start(AtOnce.run)
        await handle.result()
        equal((await raised(RPCError, reset(p, handle, 2))).status, RPCStatusCode.INVALID_ARGUMENT)
