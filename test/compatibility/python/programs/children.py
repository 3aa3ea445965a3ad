"""Child workflows: results, failures, cancellation types and what becomes of them when the parent closes."""

import asyncio
from datetime import timedelta
from typing import Any

from temporalio import workflow
from temporalio.client import WorkflowFailureError
from temporalio.common import RetryPolicy, SearchAttributeKey, SearchAttributePair, TypedSearchAttributes
from temporalio.exceptions import (
    ApplicationError,
    CancelledError,
    ChildWorkflowError,
    TerminatedError,
    TimeoutError,
    WorkflowAlreadyStartedError,
)
from temporalio.workflow import ChildWorkflowCancellationType, ParentClosePolicy

from program import Program, application, cause_of, equal, feature, raised
from programs.samples import AtOnce, Forever, Gathers, Waits

CONTRACT_INT = SearchAttributeKey.for_int("ContractInt")


@workflow.defn
class Parent:
    """Runs one child and answers its result."""

    @workflow.run
    async def run(self, child: str, args: list[Any], child_id: str = "", timeout: int = 0, attempts: int = 0) -> Any:
        policy = RetryPolicy(initial_interval=timedelta(milliseconds=10), maximum_attempts=attempts)
        return await workflow.execute_child_workflow(
            child,
            args=args,
            id=child_id or None,
            run_timeout=timedelta(milliseconds=timeout) if timeout else None,
            retry_policy=policy if attempts else None,
        )


@workflow.defn
class Child:
    @workflow.run
    async def run(self, how: str) -> str:
        if how == "fail":
            raise ApplicationError("no", type="Naughty")
        attempt = workflow.info().attempt
        if how == "third" and attempt < 3:
            raise ApplicationError("again")
        if how.startswith("again"):
            workflow.continue_as_new(how.removeprefix("again"))
        parent = workflow.info().parent
        return f"{how} of {parent.workflow_id if parent else ''} at {attempt}"


@feature("child-result")
async def result(p: Program) -> None:
    async with p.worker([Parent, Child]):
        handle = await p.start(Parent.run, "Child", ["Ada"])
        equal(await handle.result(), f"Ada of {handle.id} at 1")


@feature("child-failure")
async def failure(p: Program) -> None:
    async with p.worker([Parent, Child]):
        error = await raised(WorkflowFailureError, p.run(Parent.run, "Child", ["fail"]))
        cause_of(error, ChildWorkflowError)
        equal(application(error).type, "Naughty")


@feature("child-timeout")
async def timeout(p: Program) -> None:
    async with p.worker([Parent, Forever]):
        error = await raised(WorkflowFailureError, p.run(Parent.run, "Forever", [], "", 1000))
        cause_of(error, TimeoutError)


@feature("child-retry")
async def retry(p: Program) -> None:
    async with p.worker([Parent, Child]):
        assert (await p.run(Parent.run, "Child", ["third"], "", 0, 5)).endswith("at 3")


@workflow.defn
class Takes:
    @workflow.run
    async def run(self, child_id: str) -> str:
        try:
            await workflow.start_child_workflow("Forever", id=child_id)
            return "started"
        except WorkflowAlreadyStartedError:
            return "taken"


@feature("child-id-taken")
async def id_taken(p: Program) -> None:
    async with p.worker([Takes, Forever]):
        taken = await p.start(Forever.run)
        equal(await p.run(Takes.run, taken.id), "taken")
        await taken.terminate()


@workflow.defn
class SignalsChild:
    @workflow.run
    async def run(self) -> list[int]:
        child = await workflow.start_child_workflow(Gathers.run, 1)
        await child.signal(Gathers.add, 9)
        return await child


@feature("child-signal")
async def signal(p: Program) -> None:
    async with p.worker([SignalsChild, Gathers]):
        equal(await p.run(SignalsChild.run), [9])


@feature("child-continues-as-new")
async def continues_as_new(p: Program) -> None:
    async with p.worker([Parent, Child]):
        assert (await p.run(Parent.run, "Child", ["againagainAda"])).startswith("Ada")


@workflow.defn
class CancelsChild:
    @workflow.run
    async def run(self, cancellation: int) -> str:
        child = await workflow.start_child_workflow(
            CleansUp.run, cancellation_type=ChildWorkflowCancellationType(cancellation)
        )
        child.cancel()
        try:
            return await child
        except ChildWorkflowError as error:
            return "canceled" if isinstance(error.cause, CancelledError) else repr(error.cause)


@workflow.defn
class CleansUp:
    @workflow.run
    async def run(self) -> str:
        try:
            await workflow.sleep(timedelta(hours=1))
        except asyncio.CancelledError:
            await workflow.sleep(timedelta(milliseconds=500))
        return "cleaned up"


async def cancelled_child(p: Program, cancellation: ChildWorkflowCancellationType) -> tuple[str, list[str]]:
    async with p.worker([CancelsChild, CleansUp]):
        handle = await p.start(CancelsChild.run, cancellation)
        return await handle.result(), await p.types(handle)


REQUESTED = "REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED"


@feature("child-cancel-wait")
async def cancel_wait(p: Program) -> None:
    answer, types = await cancelled_child(p, ChildWorkflowCancellationType.WAIT_CANCELLATION_COMPLETED)
    equal(answer, "cleaned up")
    assert REQUESTED in types


@feature("child-cancel-try")
async def cancel_try(p: Program) -> None:
    answer, types = await cancelled_child(p, ChildWorkflowCancellationType.TRY_CANCEL)
    equal(answer, "canceled")
    assert REQUESTED in types


@feature("child-cancel-abandon")
async def cancel_abandon(p: Program) -> None:
    answer, types = await cancelled_child(p, ChildWorkflowCancellationType.ABANDON)
    equal(answer, "canceled")
    assert REQUESTED not in types


@feature("child-terminated")
async def terminated(p: Program) -> None:
    async with p.worker([Parent, Forever]):
        handle = await p.start(Parent.run, "Forever", [], p.id("child"))

        async def is_terminated() -> bool:
            try:
                await p.client.get_workflow_handle(p.id("child")).terminate("by hand")
                return True
            except Exception:  # It has not started yet.
                return False

        await p.until("the child", is_terminated)
        cause_of(await raised(WorkflowFailureError, handle.result()), TerminatedError)


@workflow.defn
class Leaves:
    @workflow.run
    async def run(self, child_id: str, policy: int) -> None:
        await workflow.start_child_workflow(
            Waits.run, id=child_id, parent_close_policy=ParentClosePolicy(policy)
        )


async def orphan(p: Program, policy: ParentClosePolicy) -> str:
    """How a child ends whose parent closed before it."""
    async with p.worker([Leaves, Waits]):
        await p.run(Leaves.run, p.id("child"), policy)
        child = p.client.get_workflow_handle(p.id("child"))
        if policy == ParentClosePolicy.ABANDON:
            equal(await p.status(child), "RUNNING")
            await child.signal("go")
        return await p.closed(child)


@feature("parent-close-terminate")
async def close_terminate(p: Program) -> None:
    equal(await orphan(p, ParentClosePolicy.TERMINATE), "TERMINATED")


@feature("parent-close-request-cancel")
async def close_request_cancel(p: Program) -> None:
    equal(await orphan(p, ParentClosePolicy.REQUEST_CANCEL), "CANCELED")


@feature("parent-close-abandon")
async def close_abandon(p: Program) -> None:
    equal(await orphan(p, ParentClosePolicy.ABANDON), "COMPLETED")


@workflow.defn
class Furnishes:
    @workflow.run
    async def run(self, child_id: str) -> None:
        await workflow.execute_child_workflow(
            "AtOnce",
            id=child_id,
            memo={"of": "child"},
            static_summary="a child",
            search_attributes=TypedSearchAttributes([SearchAttributePair(CONTRACT_INT, 3)]),
        )


@feature("child-properties")
async def properties(p: Program) -> None:
    async with p.worker([Furnishes, AtOnce]):
        await p.run(Furnishes.run, p.id("child"))
        description = await p.client.get_workflow_handle(p.id("child")).describe()
        equal(description.typed_search_attributes[CONTRACT_INT], 3)
        equal(await description.memo(), {"of": "child"})
        equal(await description.static_summary(), "a child")
