"""Starts: ids, delays, eager starts, memo, search attributes and user metadata."""

import time
from datetime import datetime, timedelta, timezone
from collections.abc import Sequence
from typing import Any

from temporalio import workflow
from temporalio.client import WorkflowFailureError
from temporalio.common import (
    RawValue,
    SearchAttributeKey,
    SearchAttributePair,
    TypedSearchAttributes,
    WorkflowIDConflictPolicy,
    WorkflowIDReusePolicy,
)
from temporalio.exceptions import ApplicationError, WorkflowAlreadyStartedError
from temporalio.service import RPCError

from program import Program, equal, feature, raised
from programs.samples import AtOnce, Forever, Gathers, Waits

KEYWORD = SearchAttributeKey.for_keyword("ContractKeyword")
LIST = SearchAttributeKey.for_keyword_list("ContractList")
TEXT = SearchAttributeKey.for_text("ContractText")
INT = SearchAttributeKey.for_int("ContractInt")
DOUBLE = SearchAttributeKey.for_float("ContractDouble")
BOOL = SearchAttributeKey.for_bool("ContractBool")
DATETIME = SearchAttributeKey.for_datetime("ContractDatetime")


def attributes(*pairs: tuple[SearchAttributeKey[Any], Any]) -> TypedSearchAttributes:
    return TypedSearchAttributes([SearchAttributePair(key, value) for key, value in pairs])


async def restart(p: Program, policy: WorkflowIDReusePolicy) -> bool:
    """Whether a second start takes a new run after the first completed."""
    async with p.worker([AtOnce]):
        first = await p.start(AtOnce.run, id=p.id("one"), id_reuse_policy=policy)
        await first.result()
        second = await p.start(AtOnce.run, id=p.id("one"), id_reuse_policy=policy)
        return second.first_execution_run_id != first.first_execution_run_id


@feature("id-reuse-allow")
async def reuse_allow(p: Program) -> None:
    assert await restart(p, WorkflowIDReusePolicy.ALLOW_DUPLICATE)


@feature("id-reuse-reject")
async def reuse_reject(p: Program) -> None:
    await raised(WorkflowAlreadyStartedError, restart(p, WorkflowIDReusePolicy.REJECT_DUPLICATE))


@workflow.defn
class FailsIfAsked:
    @workflow.run
    async def run(self, fails: bool) -> None:
        if fails:
            raise ApplicationError("no")


@feature("id-reuse-failed-only")
async def reuse_failed_only(p: Program) -> None:
    options: Any = {"id": p.id("one"), "id_reuse_policy": WorkflowIDReusePolicy.ALLOW_DUPLICATE_FAILED_ONLY}
    async with p.worker([FailsIfAsked]):
        await raised(WorkflowFailureError, p.run(FailsIfAsked.run, True, **options))
        await p.run(FailsIfAsked.run, False, **options)
        await raised(WorkflowAlreadyStartedError, p.start(FailsIfAsked.run, False, **options))


@feature("id-conflict-fail")
async def conflict_fail(p: Program) -> None:
    first = await p.start(Forever.run, id=p.id("one"))
    await raised(WorkflowAlreadyStartedError, p.start(Forever.run, id=p.id("one")))
    await first.terminate()


@feature("id-conflict-use-existing")
async def conflict_use_existing(p: Program) -> None:
    first = await p.start(Forever.run, id=p.id("one"))
    policy = WorkflowIDConflictPolicy.USE_EXISTING
    second = await p.start(Forever.run, id=p.id("one"), id_conflict_policy=policy)
    equal(second.first_execution_run_id, first.first_execution_run_id)
    await first.terminate()


@feature("id-conflict-terminate-existing")
async def conflict_terminate_existing(p: Program) -> None:
    first = await p.start(Forever.run, id=p.id("one"))
    policy = WorkflowIDConflictPolicy.TERMINATE_EXISTING
    second = await p.start(Forever.run, id=p.id("one"), id_conflict_policy=policy)
    assert second.first_execution_run_id != first.first_execution_run_id
    old = p.client.get_workflow_handle(first.id, run_id=first.first_execution_run_id)
    equal(await p.status(old), "TERMINATED")
    await second.terminate()


@feature("start-delay")
async def start_delay(p: Program) -> None:
    async with p.worker([AtOnce]):
        before = time.monotonic()
        handle = await p.start(AtOnce.run, start_delay=timedelta(milliseconds=1500))
        await handle.result()
        assert time.monotonic() - before >= 1.5
        started = (await p.events(handle))[0].workflow_execution_started_event_attributes
        equal(started.first_workflow_task_backoff.ToMilliseconds(), 1500)


@feature("start-delay-cut-by-signal")
async def start_delay_cut(p: Program) -> None:
    async with p.worker([Gathers]):
        await p.start(Gathers.run, 1, id=p.id("one"), start_delay=timedelta(hours=1))
        handle = await p.start(Gathers.run, 1, id=p.id("one"), start_signal="add", start_signal_args=[1])
        equal(await handle.result(), [1])


@feature("eager-workflow-start")
async def eager_start(p: Program) -> None:
    async with p.worker([AtOnce]):
        handle = await p.start(AtOnce.run, request_eager_start=True)
        equal(await handle.result(), "at once")
        started = (await p.events(handle))[0].workflow_execution_started_event_attributes
        assert started.eager_execution_accepted


@workflow.defn(dynamic=True)
class Anything:
    @workflow.run
    async def run(self, _: Sequence[RawValue]) -> str:
        return workflow.info().workflow_type


@feature("dynamic-workflow")
async def dynamic_workflow(p: Program) -> None:
    async with p.worker([Anything]):
        equal(await p.run("whatever"), "whatever")


@workflow.defn
class CountsAttributes:
    @workflow.run
    async def run(self) -> int:
        return len(workflow.info().typed_search_attributes)


@feature("search-attributes")
async def search_attributes(p: Program) -> None:
    moment = datetime(2024, 5, 6, 7, 8, 9, tzinfo=timezone.utc)
    given = attributes(
        (KEYWORD, "blue"),
        (LIST, ["a", "b"]),
        (TEXT, "the quick brown fox"),
        (INT, 42),
        (DOUBLE, 1.5),
        (BOOL, True),
        (DATETIME, moment),
    )
    async with p.worker([CountsAttributes]):
        handle = await p.start(CountsAttributes.run, search_attributes=given)
        equal(await handle.result(), 7)
        described = (await handle.describe()).typed_search_attributes
        for pair in given:
            equal(described[pair.key], pair.value)


@workflow.defn
class Upserts:
    @workflow.run
    async def run(self) -> None:
        workflow.upsert_search_attributes([INT.value_set(7), KEYWORD.value_unset()])
        workflow.upsert_memo({"note": "second", "gone": None})


@feature("search-attributes-upsert")
async def search_attributes_upsert(p: Program) -> None:
    async with p.worker([Upserts]):
        handle = await p.start(Upserts.run, search_attributes=attributes((KEYWORD, "gone soon")))
        await handle.result()
        described = (await handle.describe()).typed_search_attributes
        equal(described[INT], 7)
        assert KEYWORD not in described


@feature("search-attributes-undefined")
async def search_attributes_undefined(p: Program) -> None:
    unknown = SearchAttributeKey.for_keyword("NobodyDefinedThis")
    error = await raised(RPCError, p.start(AtOnce.run, search_attributes=attributes((unknown, "x"))))
    assert "NobodyDefinedThis" in str(error)


@feature("memo")
async def memo(p: Program) -> None:
    async with p.worker([Upserts]):
        handle = await p.start(Upserts.run, memo={"note": "first", "kept": 1, "gone": True})
        await handle.result()
        equal(await (await handle.describe()).memo(), {"note": "second", "kept": 1})


@workflow.defn
class TellsDetails(Waits):
    @workflow.run
    async def run(self) -> str:
        workflow.set_current_details("half way")
        return await super().run()


@feature("user-metadata")
async def user_metadata(p: Program) -> None:
    async with p.worker([TellsDetails]):
        handle = await p.start(TellsDetails.run, static_summary="an order", static_details="of **two** lines")
        description = await handle.describe()
        equal(await description.static_summary(), "an order")
        equal(await description.static_details(), "of **two** lines")
        metadata = await handle.query("__temporal_workflow_metadata")
        equal(metadata.current_details, "half way")
        await handle.signal("go")
        await handle.result()
