"""Schedules: their life, what they start, and what they do when the last run is still open."""

import asyncio
from contextlib import asynccontextmanager
from datetime import datetime, timedelta, timezone
from typing import Any, AsyncIterator

from temporalio import workflow
from temporalio.client import (
    Schedule,
    ScheduleActionExecutionStartWorkflow,
    ScheduleActionStartWorkflow,
    ScheduleAlreadyRunningError,
    ScheduleBackfill,
    ScheduleCalendarSpec,
    ScheduleHandle,
    ScheduleIntervalSpec,
    ScheduleOverlapPolicy,
    SchedulePolicy,
    ScheduleRange,
    ScheduleSpec,
    ScheduleState,
    ScheduleUpdate,
    ScheduleUpdateInput,
)
from temporalio.exceptions import ApplicationError
from temporalio.service import RPCError, RPCStatusCode

from program import Program, equal, feature, raised
from programs.samples import AtOnce, Waits
from programs.starts import KEYWORD, attributes

DAILY = ScheduleSpec(intervals=[ScheduleIntervalSpec(timedelta(days=1))])
PAUSED = ScheduleState(paused=True)


@asynccontextmanager
async def scheduled(
    p: Program,
    workflow_type: type = AtOnce,
    spec: ScheduleSpec = DAILY,
    state: ScheduleState | None = None,
    policy: SchedulePolicy | None = None,
    **options: Any,
) -> AsyncIterator[ScheduleHandle]:
    """A schedule and a worker for what it starts; the schedule is gone afterwards."""
    action = ScheduleActionStartWorkflow(workflow_type.__name__, id=p.id("scheduled"), task_queue=p.queue)
    schedule = Schedule(
        action=action, spec=spec, state=state or ScheduleState(), policy=policy or SchedulePolicy()
    )
    async with p.worker([workflow_type]):
        handle = await p.client.create_schedule(p.id("schedule"), schedule, **options)
        try:
            yield handle
        finally:
            try:
                await handle.delete()
            except RPCError:
                pass  # The program deleted it itself.


async def actions(handle: ScheduleHandle) -> int:
    return (await handle.describe()).info.num_actions


async def acted(p: Program, handle: ScheduleHandle, times: int) -> None:
    async def has_acted() -> bool:
        return await actions(handle) == times

    await p.until(f"action {times}", has_acted)


def started(action: Any) -> ScheduleActionExecutionStartWorkflow:
    assert isinstance(action, ScheduleActionExecutionStartWorkflow)
    return action


@feature("schedule-create-describe")
async def create_describe(p: Program) -> None:
    spec = ScheduleSpec(
        intervals=[ScheduleIntervalSpec(timedelta(hours=1), timedelta(minutes=7))],
        calendars=[ScheduleCalendarSpec(hour=[ScheduleRange(9, 17, 2)])],
        time_zone_name="Europe/Paris",
    )
    state = ScheduleState(paused=True, note="not yet")
    given: Any = {"memo": {"team": "red"}, "search_attributes": attributes((KEYWORD, p.queue))}
    async with scheduled(p, spec=spec, state=state, **given) as handle:
        description = await handle.describe()
        described = description.schedule.spec
        equal(list(described.intervals), list(spec.intervals))
        equal(described.calendars[0].hour[0], ScheduleRange(9, 17, 2))
        equal(described.time_zone_name, "Europe/Paris")
        equal((description.schedule.state.paused, description.schedule.state.note), (True, "not yet"))
        equal(await description.memo(), {"team": "red"})
        equal(description.typed_search_attributes[KEYWORD], p.queue)
        assert description.info.next_action_times


@feature("schedule-runs")
async def runs(p: Program) -> None:
    spec = ScheduleSpec(intervals=[ScheduleIntervalSpec(timedelta(seconds=1))])
    state = ScheduleState(limited_actions=True, remaining_actions=2)
    async with scheduled(p, spec=spec, state=state) as handle:
        await acted(p, handle, 2)
        description = await handle.describe()
        first = started(description.info.recent_actions[0].action)
        run = p.client.get_workflow_handle(first.workflow_id, run_id=first.first_execution_run_id)
        equal(await run.result(), "at once")
        equal(description.schedule.state.remaining_actions, 0)


@feature("schedule-list")
async def lists(p: Program) -> None:
    async with scheduled(p, state=PAUSED, search_attributes=attributes((KEYWORD, p.queue))):

        async def is_listed() -> bool:
            found = await p.client.list_schedules(f"ContractKeyword = '{p.queue}'")
            entries = [entry async for entry in found]
            return [(entry.id, entry.schedule and entry.schedule.state.paused) for entry in entries] == [
                (p.id("schedule"), True)
            ]

        await p.until("the schedule in the list", is_listed)


@feature("schedule-trigger")
async def trigger(p: Program) -> None:
    async with scheduled(p, state=PAUSED) as handle:
        await handle.trigger()
        await acted(p, handle, 1)


@feature("schedule-pause")
async def pause(p: Program) -> None:
    async with scheduled(p) as handle:
        await handle.pause(note="stop")
        state = (await handle.describe()).schedule.state
        equal((state.paused, state.note), (True, "stop"))
        await handle.unpause(note="go on")
        state = (await handle.describe()).schedule.state
        equal((state.paused, state.note), (False, "go on"))


@feature("schedule-backfill")
async def backfill(p: Program) -> None:
    spec = ScheduleSpec(intervals=[ScheduleIntervalSpec(timedelta(minutes=1))])
    start = datetime(2024, 1, 1, tzinfo=timezone.utc)
    async with scheduled(p, spec=spec, state=PAUSED) as handle:
        await handle.backfill(
            ScheduleBackfill(start, start + timedelta(minutes=2), ScheduleOverlapPolicy.ALLOW_ALL)
        )
        await acted(p, handle, 3)


@feature("schedule-update")
async def update(p: Program) -> None:
    def changed(given: ScheduleUpdateInput) -> ScheduleUpdate:
        schedule = given.description.schedule
        schedule.spec.intervals = [ScheduleIntervalSpec(timedelta(hours=3))]
        schedule.policy.overlap = ScheduleOverlapPolicy.BUFFER_ALL
        return ScheduleUpdate(schedule)

    async with scheduled(p, state=PAUSED) as handle:
        await handle.update(changed)
        description = await handle.describe()
        equal(description.schedule.spec.intervals[0].every, timedelta(hours=3))
        equal(description.schedule.policy.overlap, ScheduleOverlapPolicy.BUFFER_ALL)
        assert description.info.last_updated_at


@feature("schedule-cron")
async def cron(p: Program) -> None:
    spec = ScheduleSpec(cron_expressions=["30 12 * * MON-FRI"])
    async with scheduled(p, spec=spec, state=PAUSED) as handle:
        calendar = (await handle.describe()).schedule.spec.calendars[0]
        equal(calendar.minute[0].start, 30)
        equal((calendar.day_of_week[0].start, calendar.day_of_week[0].end), (1, 5))


@feature("schedule-delete")
async def delete(p: Program) -> None:
    async with scheduled(p, state=PAUSED) as handle:
        await handle.delete()
        equal((await raised(RPCError, handle.describe())).status, RPCStatusCode.NOT_FOUND)


@feature("schedule-id-taken")
async def id_taken(p: Program) -> None:
    async with scheduled(p, state=PAUSED) as handle:
        schedule = (await handle.describe()).schedule
        await raised(ScheduleAlreadyRunningError, p.client.create_schedule(handle.id, schedule))


@workflow.defn
class Fails:
    @workflow.run
    async def run(self) -> None:
        raise ApplicationError("no")


@feature("schedule-pause-on-failure")
async def pause_on_failure(p: Program) -> None:
    async with scheduled(p, Fails, policy=SchedulePolicy(pause_on_failure=True)) as handle:
        await handle.trigger()

        async def is_paused() -> bool:
            return (await handle.describe()).schedule.state.paused

        await p.until("the pause", is_paused)


@asynccontextmanager
async def overlapping(p: Program, overlap: ScheduleOverlapPolicy) -> AsyncIterator[ScheduleHandle]:
    """A schedule that was triggered twice and whose workflow waits for the signal "go"."""
    async with scheduled(p, Waits) as handle:
        await handle.trigger(overlap=overlap)
        await acted(p, handle, 1)
        # Two actions of one second have one workflow id.
        await asyncio.sleep(1.1)
        await handle.trigger(overlap=overlap)
        yield handle
        await finish_all(p, handle)


async def finish_all(p: Program, handle: ScheduleHandle) -> None:
    for action in (await handle.describe()).info.recent_actions:
        try:
            await p.client.get_workflow_handle(started(action.action).workflow_id).signal("go")
        except RPCError:
            pass  # It has ended.


@feature("schedule-overlap-skip")
async def overlap_skip(p: Program) -> None:
    async with overlapping(p, ScheduleOverlapPolicy.SKIP) as handle:

        async def is_skipped() -> bool:
            info = (await handle.describe()).info
            return (info.num_actions, info.num_actions_skipped_overlap) == (1, 1)

        await p.until("the skipped action", is_skipped)


@feature("schedule-overlap-buffer-one")
async def overlap_buffer_one(p: Program) -> None:
    async with overlapping(p, ScheduleOverlapPolicy.BUFFER_ONE) as handle:
        equal(await actions(handle), 1)
        await finish_all(p, handle)
        await acted(p, handle, 2)


@feature("schedule-overlap-allow-all")
async def overlap_allow_all(p: Program) -> None:
    async with overlapping(p, ScheduleOverlapPolicy.ALLOW_ALL) as handle:
        await acted(p, handle, 2)
        for action in (await handle.describe()).info.recent_actions:
            run = p.client.get_workflow_handle(started(action.action).workflow_id)
            equal(await p.status(run), "RUNNING")


async def first_ends(p: Program, handle: ScheduleHandle) -> str:
    await acted(p, handle, 2)
    first = started((await handle.describe()).info.recent_actions[0].action)
    return await p.closed(p.client.get_workflow_handle(first.workflow_id, run_id=first.first_execution_run_id))


@feature("schedule-overlap-cancel-other")
async def overlap_cancel_other(p: Program) -> None:
    async with overlapping(p, ScheduleOverlapPolicy.CANCEL_OTHER) as handle:
        equal(await first_ends(p, handle), "CANCELED")


@feature("schedule-overlap-terminate-other")
async def overlap_terminate_other(p: Program) -> None:
    async with overlapping(p, ScheduleOverlapPolicy.TERMINATE_OTHER) as handle:
        equal(await first_ends(p, handle), "TERMINATED")
