"""What makes replays the same: patches, histories and the replayer."""

from datetime import timedelta
from typing import Any

from temporalio import workflow
from temporalio.api.workflowservice.v1 import (
    GetWorkflowExecutionHistoryRequest,
    GetWorkflowExecutionHistoryReverseRequest,
)
from temporalio.client import WorkflowHandle, WorkflowHistory, WorkflowHistoryEventFilterType
from temporalio.exceptions import ApplicationError
from temporalio.worker import Replayer, UnsandboxedWorkflowRunner

from program import SHORT, Program, equal, feature, raised
from programs.samples import Gathers, greet


@workflow.defn
class Patched:
    @workflow.run
    async def run(self) -> bool:
        is_new = workflow.patched("change")
        await workflow.sleep(timedelta(milliseconds=10))
        if workflow.patched("change") != is_new:
            raise ApplicationError("the patch changed")
        return is_new


@feature("patch")
async def patch(p: Program) -> None:
    async with p.worker([Patched], max_cached_workflows=0):
        handle = await p.start(Patched.run)
        assert await handle.result()
        types = await p.types(handle)
        assert "MARKER_RECORDED" in types and "UPSERT_WORKFLOW_SEARCH_ATTRIBUTES" in types


@workflow.defn(name="Gathers")
class GathersPatched(Gathers):
    @workflow.run
    async def run(self, expected: int) -> list[int]:
        if workflow.patched("extra sleep"):
            await workflow.sleep(timedelta(hours=1))
        return await super().run(expected)


@feature("patch-old-run")
async def patch_old_run(p: Program) -> None:
    async with p.worker([Gathers]):
        handle = await p.start("Gathers", 1)
        await p.first_task_done(handle)
    async with p.worker([GathersPatched]):
        await handle.signal("add", 8)
        equal(await handle.result(), [8])


@workflow.defn
class Informs:
    @workflow.run
    async def run(self) -> dict[str, Any]:
        info = workflow.info()
        return {
            "queue": info.task_queue,
            "attempt": info.attempt,
            "runTimeout": info.run_timeout.total_seconds() if info.run_timeout else 0,
            "hasBytes": info.get_current_history_size() > 0,
            "length": info.get_current_history_length(),
            "isSuggested": info.is_continue_as_new_suggested(),
        }


@feature("workflow-info")
async def workflow_info(p: Program) -> None:
    async with p.worker([Informs]):
        expected = {
            "queue": p.queue,
            "attempt": 1,
            "runTimeout": 60,
            "hasBytes": True,
            "length": 3,
            "isSuggested": False,
        }
        equal(await p.run(Informs.run, run_timeout=timedelta(minutes=1)), expected)


@workflow.defn
class Replayable:
    @workflow.run
    async def run(self) -> str:
        await workflow.sleep(timedelta(milliseconds=10))
        return await workflow.execute_activity(greet, "Ada", **SHORT)


@workflow.defn(name="Replayable")
class Diverging:
    @workflow.run
    async def run(self) -> str:
        return await workflow.execute_activity(greet, "Ada", **SHORT)


async def replayable(p: Program) -> WorkflowHandle:
    """A closed run with a timer and an activity."""
    async with p.worker([Replayable], [greet]):
        handle = await p.start(Replayable.run)
        await handle.result()
        return handle


@feature("history-download")
async def history_download(p: Program) -> None:
    handle = await replayable(p)
    events = await p.events(handle)
    equal([event.event_id for event in events], list(range(1, len(events) + 1)))
    info = (await handle.describe()).raw_description.workflow_execution_info
    equal(info.history_length, len(events))
    assert info.history_size_bytes > 0


@feature("history-pages")
async def history_pages(p: Program) -> None:
    handle = await replayable(p)
    execution = (await handle.describe()).raw_description.workflow_execution_info.execution
    token, seen = b"", 0
    while True:
        page = await p.client.workflow_service.get_workflow_execution_history(
            GetWorkflowExecutionHistoryRequest(
                namespace=p.namespace, execution=execution, maximum_page_size=3, next_page_token=token
            )
        )
        seen += len(page.history.events)
        token = page.next_page_token
        if not token:
            break
    equal(seen, len(await p.events(handle)))


@feature("history-reverse")
async def history_reverse(p: Program) -> None:
    handle = await replayable(p)
    execution = (await handle.describe()).raw_description.workflow_execution_info.execution
    page = await p.client.workflow_service.get_workflow_execution_history_reverse(
        GetWorkflowExecutionHistoryReverseRequest(namespace=p.namespace, execution=execution)
    )
    ids = [event.event_id for event in page.history.events]
    equal(ids, list(range(len(ids), 0, -1)))


@feature("history-close-event")
async def history_close_event(p: Program) -> None:
    async with p.worker([Gathers]):
        handle = await p.start(Gathers.run, 1)
        events = handle.fetch_history_events(
            wait_new_event=True, event_filter_type=WorkflowHistoryEventFilterType.CLOSE_EVENT
        )
        await handle.signal("add", 1)
        async for event in events:
            assert event.HasField("workflow_execution_completed_event_attributes")


async def replayed(handle: WorkflowHandle, code: type) -> None:
    """Takes the way of a user: the history as JSON, read again and replayed."""
    text = (await handle.fetch_history()).to_json()
    history = WorkflowHistory.from_json(handle.id, text)
    replayer = Replayer(workflows=[code], workflow_runner=UnsandboxedWorkflowRunner())
    await replayer.replay_workflow(history)


@feature("replay")
async def replay(p: Program) -> None:
    await replayed(await replayable(p), Replayable)


@feature("replay-divergence")
async def replay_divergence(p: Program) -> None:
    await raised(workflow.NondeterminismError, replayed(await replayable(p), Diverging))
