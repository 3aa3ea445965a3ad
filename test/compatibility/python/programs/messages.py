"""Timers, signals and queries."""

import asyncio
from datetime import timedelta

from temporalio import workflow
from temporalio.client import WorkflowFailureError, WorkflowQueryFailedError, WorkflowQueryRejectedError
from temporalio.common import QueryRejectCondition
from temporalio.exceptions import ApplicationError, CancelledError
from temporalio.service import RPCError, RPCStatusCode

from program import Program, cause_of, equal, feature, raised
from programs.samples import AtOnce, Forever, Gathers, Waits


@workflow.defn
class Sleeps:
    @workflow.run
    async def run(self, milliseconds: int, summary: str) -> float:
        before = workflow.now()
        await workflow.sleep(timedelta(milliseconds=milliseconds), summary=summary or None)
        return (workflow.now() - before).total_seconds()


@feature("timer")
async def timer(p: Program) -> None:
    async with p.worker([Sleeps]):
        assert await p.run(Sleeps.run, 1100, "") >= 1.09


@feature("timer-summary")
async def timer_summary(p: Program) -> None:
    async with p.worker([Sleeps]):
        handle = await p.start(Sleeps.run, 10, "a short nap")
        await handle.result()
        event = await p.event(handle, "TIMER_STARTED")
        equal(event.user_metadata.summary.data, b'"a short nap"')


@workflow.defn
class CancelsTimer:
    @workflow.run
    async def run(self) -> bool:
        timer = asyncio.create_task(workflow.sleep(timedelta(hours=1)))
        await workflow.sleep(timedelta(milliseconds=100))
        timer.cancel()
        try:
            await timer
            return False
        except asyncio.CancelledError:
            return True


@feature("timer-cancel")
async def timer_cancel(p: Program) -> None:
    async with p.worker([CancelsTimer]):
        handle = await p.start(CancelsTimer.run)
        assert await handle.result()
        assert "TIMER_CANCELED" in await p.types(handle)


@workflow.defn
class GivesUp:
    @workflow.run
    async def run(self) -> str:
        try:
            await workflow.wait_condition(lambda: False, timeout=timedelta(milliseconds=200))
            return "never"
        except asyncio.TimeoutError:
            return "gave up"


@feature("condition-timeout")
async def condition_timeout(p: Program) -> None:
    async with p.worker([GivesUp]):
        equal(await p.run(GivesUp.run), "gave up")


@feature("signal")
async def signal(p: Program) -> None:
    async with p.worker([Gathers]):
        handle = await p.start(Gathers.run, 3)
        for amount in (1, 2, 4):
            await handle.signal(Gathers.add, amount)
        equal(await handle.result(), [1, 2, 4])


@feature("signal-before-worker")
async def signal_before_worker(p: Program) -> None:
    handle = await p.start(Gathers.run, 2)
    await handle.signal(Gathers.add, 1)
    await handle.signal(Gathers.add, 2)
    async with p.worker([Gathers]):
        equal(await handle.result(), [1, 2])


@feature("signal-with-start")
async def signal_with_start(p: Program) -> None:
    async with p.worker([Gathers]):
        handles = [
            await p.start(Gathers.run, 2, id=p.id("one"), start_signal="add", start_signal_args=[n]) for n in (1, 2)
        ]
        equal(handles[0].first_execution_run_id, handles[1].first_execution_run_id)
        equal(await handles[1].result(), [1, 2])


@feature("signal-closed")
async def signal_closed(p: Program) -> None:
    async with p.worker([AtOnce]):
        handle = await p.start(AtOnce.run)
        await handle.result()
        equal((await raised(RPCError, handle.signal("add", 1))).status, RPCStatusCode.NOT_FOUND)


@workflow.defn
class Reaches:
    """Signals or cancels another workflow."""

    @workflow.run
    async def run(self, target: str, what: str) -> str:
        other = workflow.get_external_workflow_handle(target)
        try:
            await (other.cancel() if what == "cancel" else other.signal(what, 5))
            return "reached"
        except ApplicationError as error:
            return error.message


@feature("signal-external")
async def signal_external(p: Program) -> None:
    async with p.worker([Reaches, Gathers]):
        handle = await p.start(Gathers.run, 1)
        equal(await p.run(Reaches.run, handle.id, "add"), "reached")
        equal(await handle.result(), [5])


@feature("signal-external-missing")
async def signal_external_missing(p: Program) -> None:
    async with p.worker([Reaches]):
        assert "not found" in await p.run(Reaches.run, p.id("nobody"), "add")


@feature("cancel-external")
async def cancel_external(p: Program) -> None:
    async with p.worker([Reaches, Forever]):
        handle = await p.start(Forever.run)
        equal(await p.run(Reaches.run, handle.id, "cancel"), "reached")
        cause_of(await raised(WorkflowFailureError, handle.result()), CancelledError)


@feature("cancel-external-missing")
async def cancel_external_missing(p: Program) -> None:
    async with p.worker([Reaches]):
        assert "not found" in await p.run(Reaches.run, p.id("nobody"), "cancel")


@feature("query-open")
async def query_open(p: Program) -> None:
    async with p.worker([Waits]):
        handle = await p.start(Waits.run)
        equal(await handle.query("state"), "waiting")
        await handle.signal(Waits.go)
        await handle.result()


@workflow.defn
class Totals:
    def __init__(self) -> None:
        self.total = 0

    @workflow.run
    async def run(self, until: int) -> int:
        await workflow.wait_condition(lambda: self.total >= until)
        return self.total

    @workflow.signal
    def add(self, amount: int) -> None:
        self.total += amount

    @workflow.query
    def so_far(self) -> int:
        return self.total


@feature("query-after-signal")
async def query_after_signal(p: Program) -> None:
    # A query sees every signal that was accepted before it.
    async with p.worker([Totals]):
        handle = await p.start(Totals.run, 55)
        for amount in range(1, 11):
            await handle.signal(Totals.add, amount)
            equal(await handle.query(Totals.so_far), amount * (amount + 1) // 2)
        equal(await handle.result(), 55)


@feature("query-closed")
async def query_closed(p: Program) -> None:
    async with p.worker([Waits]):
        handle = await p.start(Waits.run)
        await handle.signal(Waits.go)
        await handle.result()
        equal(await handle.query("state"), "done")


@feature("query-failing")
async def query_failing(p: Program) -> None:
    async with p.worker([Waits]):
        handle = await p.start(Waits.run)
        error = await raised(WorkflowQueryFailedError, handle.query(Waits.broken))
        assert "it is broken" in str(error)
        await handle.terminate()


@feature("query-unknown")
async def query_unknown(p: Program) -> None:
    async with p.worker([Waits]):
        handle = await p.start(Waits.run)
        await raised(WorkflowQueryFailedError, handle.query("no such query"))
        await handle.terminate()


@feature("query-rejected")
async def query_rejected(p: Program) -> None:
    async with p.worker([Waits]):
        handle = await p.start(Waits.run)
        await handle.terminate("enough")
        query = handle.query("state", reject_condition=QueryRejectCondition.NOT_OPEN)
        equal((await raised(WorkflowQueryRejectedError, query)).status.name, "TERMINATED")


@feature("query-stack-trace")
async def query_stack_trace(p: Program) -> None:
    async with p.worker([Waits]):
        handle = await p.start(Waits.run)
        trace = await handle.query("__stack_trace")
        assert trace.startswith("Stack for <Task"), trace
        await handle.terminate()


@feature("query-no-worker")
async def query_no_worker(p: Program) -> None:
    handle = await p.start(Waits.run)
    await raised(Exception, handle.query("state", rpc_timeout=timedelta(seconds=8)))
    await handle.terminate("nobody works here")
