"""Updates: stages, validators, de-duplication, and update-with-start."""

from datetime import timedelta
from typing import Any

from temporalio import workflow
from temporalio.client import WithStartWorkflowOperation, WorkflowUpdateFailedError, WorkflowUpdateStage
from temporalio.common import WorkflowIDConflictPolicy
from temporalio.exceptions import ApplicationError, WorkflowAlreadyStartedError
from temporalio.service import RPCError, RPCStatusCode

from program import SHORT, Program, application, equal, feature, raised
from programs.samples import AtOnce, greet

ACCEPTED = WorkflowUpdateStage.ACCEPTED


@workflow.defn
class Keeps:
    """Keeps a total until the signal "go"."""

    def __init__(self) -> None:
        self.total = 0
        self.is_over = False

    @workflow.run
    async def run(self) -> int:
        await workflow.wait_condition(lambda: self.is_over)
        await workflow.wait_condition(workflow.all_handlers_finished)
        return self.total

    @workflow.signal
    def go(self) -> None:
        self.is_over = True

    @workflow.update
    def add(self, amount: int) -> int:
        self.total += amount
        return self.total

    @add.validator
    def positive(self, amount: int) -> None:
        if amount < 0:
            raise ValueError("negative amounts are refused")

    @workflow.update
    async def wait(self) -> str:
        await workflow.wait_condition(lambda: self.is_over)
        return "waited"

    @workflow.update
    async def fail(self) -> None:
        raise ApplicationError("it broke", type="Broken")

    @workflow.update
    async def forever(self) -> None:
        await workflow.sleep(timedelta(hours=1))

    @workflow.update
    async def greet(self, name: str) -> str:
        greeting = await workflow.execute_activity(greet, name, **SHORT)
        await workflow.sleep(timedelta(milliseconds=10))
        return greeting


@feature("update-completed")
async def completed(p: Program) -> None:
    async with p.worker([Keeps]):
        handle = await p.start(Keeps.run)
        equal(await handle.execute_update(Keeps.add, 5), 5)
        equal(await handle.execute_update(Keeps.add, 7), 12)
        await handle.signal(Keeps.go)
        equal(await handle.result(), 12)
        equal((await p.types(handle)).count("WORKFLOW_EXECUTION_UPDATE_COMPLETED"), 2)


@feature("update-accepted")
async def accepted(p: Program) -> None:
    async with p.worker([Keeps]):
        handle = await p.start(Keeps.run)
        update = await handle.start_update(Keeps.wait, wait_for_stage=ACCEPTED)
        assert "WORKFLOW_EXECUTION_UPDATE_COMPLETED" not in await p.types(handle)
        await handle.signal(Keeps.go)
        equal(await update.result(), "waited")
        await handle.result()


@feature("update-rejected")
async def rejected(p: Program) -> None:
    async with p.worker([Keeps]):
        handle = await p.start(Keeps.run)
        error = await raised(WorkflowUpdateFailedError, handle.execute_update(Keeps.add, -1))
        assert "negative" in application(error).message
        # A refused update leaves no trace.
        assert "WORKFLOW_EXECUTION_UPDATE_ACCEPTED" not in await p.types(handle)
        await handle.terminate()


@feature("update-failed")
async def failed(p: Program) -> None:
    async with p.worker([Keeps]):
        handle = await p.start(Keeps.run)
        error = await raised(WorkflowUpdateFailedError, handle.execute_update(Keeps.fail))
        equal(application(error).type, "Broken")
        assert "WORKFLOW_EXECUTION_UPDATE_COMPLETED" in await p.types(handle)
        await handle.terminate()


@feature("update-unknown")
async def unknown(p: Program) -> None:
    async with p.worker([Keeps]):
        handle = await p.start(Keeps.run)
        error = await raised(WorkflowUpdateFailedError, handle.execute_update("no such"))
        assert "no such" in application(error).message
        await handle.terminate()


@feature("update-deduplicated")
async def deduplicated(p: Program) -> None:
    async with p.worker([Keeps]):
        handle = await p.start(Keeps.run)
        for _ in range(3):
            equal(await handle.execute_update(Keeps.add, 5, id="the only one"), 5)
        await handle.terminate()


@feature("update-handle")
async def by_handle(p: Program) -> None:
    async with p.worker([Keeps]):
        handle = await p.start(Keeps.run)
        await handle.execute_update(Keeps.add, 5, id="found later")
        equal(await handle.get_update_handle("found later").result(), 5)
        error = await raised(RPCError, handle.get_update_handle("never sent").result())
        equal(error.status, RPCStatusCode.NOT_FOUND)
        await handle.terminate()


@feature("update-closed")
async def closed(p: Program) -> None:
    async with p.worker([AtOnce]):
        handle = await p.start(AtOnce.run)
        await handle.result()
        equal((await raised(RPCError, handle.execute_update("add", 1))).status, RPCStatusCode.NOT_FOUND)


@feature("update-aborted-by-close")
async def aborted(p: Program) -> None:
    async with p.worker([Keeps]):
        handle = await p.start(Keeps.run)
        update = await handle.start_update(Keeps.forever, wait_for_stage=ACCEPTED)
        await handle.terminate()
        error = await raised(WorkflowUpdateFailedError, update.result())
        equal(application(error).type, "AcceptedUpdateCompletedWorkflow")


@feature("update-runs-activity")
async def runs_activity(p: Program) -> None:
    async with p.worker([Keeps], [greet]):
        handle = await p.start(Keeps.run)
        equal(await handle.execute_update(Keeps.greet, "Ada"), "Hello, Ada")
        await handle.signal(Keeps.go)
        await handle.result()


def operation(p: Program, policy: WorkflowIDConflictPolicy) -> WithStartWorkflowOperation[Any, Any]:
    return WithStartWorkflowOperation(Keeps.run, id=p.id("one"), task_queue=p.queue, id_conflict_policy=policy)


@feature("update-with-start")
async def with_start(p: Program) -> None:
    async with p.worker([Keeps]):
        runs = []
        for expected in (3, 6):
            start = operation(p, WorkflowIDConflictPolicy.USE_EXISTING)
            answer = await p.client.execute_update_with_start_workflow(
                Keeps.add, 3, start_workflow_operation=start
            )
            equal(answer, expected)
            runs.append((await start.workflow_handle()).first_execution_run_id)
        equal(runs[0], runs[1])
        await p.client.get_workflow_handle(p.id("one")).terminate()


@feature("update-with-start-conflict")
async def with_start_conflict(p: Program) -> None:
    async with p.worker([Keeps]):
        handle = await p.start(Keeps.run, id=p.id("one"))
        start = operation(p, WorkflowIDConflictPolicy.FAIL)
        work = p.client.execute_update_with_start_workflow(Keeps.add, 3, start_workflow_operation=start)
        await raised(WorkflowAlreadyStartedError, work)
        await handle.terminate()


