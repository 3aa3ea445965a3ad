"""What a program has at hand: a client, a task queue of its own, and the few steps that most of them share."""

import asyncio
import uuid
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any, AsyncIterator, Awaitable, Callable, TypeVar

from temporalio.api.common.v1 import WorkflowExecution
from temporalio.api.enums.v1 import EventType, WorkflowExecutionStatus
from temporalio.api.history.v1 import HistoryEvent
from temporalio.api.workflowservice.v1 import DescribeWorkflowExecutionRequest
from temporalio.client import Client, WorkflowHandle
from temporalio.common import RetryPolicy
from temporalio.exceptions import ApplicationError
from temporalio.worker import UnsandboxedWorkflowRunner, Worker

POLL_SECONDS = 0.05
FEATURES: dict[str, Callable[["Program"], Awaitable[None]]] = {}
Raised = TypeVar("Raised", bound=BaseException)

SHORT: dict[str, Any] = {
    "start_to_close_timeout": timedelta(seconds=30),
    "retry_policy": RetryPolicy(initial_interval=timedelta(milliseconds=10)),
}
ONCE: dict[str, Any] = {
    "start_to_close_timeout": timedelta(seconds=30),
    "retry_policy": RetryPolicy(maximum_attempts=1),
}


def feature(name: str):
    """Registers a program under the name that it has in every language."""

    def register(run: Callable[["Program"], Awaitable[None]]):
        assert name not in FEATURES, name
        FEATURES[name] = run
        return run

    return register


def equal(actual: Any, expected: Any) -> None:
    assert actual == expected, f"expected {expected!r}, got {actual!r}"


async def raised(kind: type[Raised], work: Awaitable[Any]) -> Raised:
    """The error that the work ends with."""
    try:
        result = await work
    except kind as error:
        return error
    raise AssertionError(f"expected {kind.__name__}, got {result!r}")


def cause_of(error: BaseException, kind: type[Raised]) -> Raised:
    """The first error of a kind in a chain of causes."""
    at: BaseException | None = error
    while at is not None:
        if isinstance(at, kind):
            return at
        at = getattr(at, "cause", None) or at.__cause__
    raise AssertionError(f"no {kind.__name__} in {error!r}")


def application(error: BaseException) -> ApplicationError:
    return cause_of(error, ApplicationError)


class Program:
    def __init__(self, name: str, client: Client, connection: dict) -> None:
        self.client = client
        self.connection = connection
        self.namespace = client.namespace
        # Polled by nobody else.
        self.queue = f"python-{name}-{uuid.uuid4().hex[:8]}"
        self.waits_for = ""

    def id(self, name: str) -> str:
        return f"{self.queue}-{name}"

    async def dial(self, **changes: Any) -> Client:
        return await Client.connect(**{**self.connection, **changes})

    def new_worker(self, workflows: list, activities: list | None = None, **options: Any) -> Worker:
        settings: dict[str, Any] = {"task_queue": self.queue, "workflow_runner": UnsandboxedWorkflowRunner()}
        client = options.pop("client", self.client)
        return Worker(client, workflows=workflows, activities=activities or [], **{**settings, **options})

    @asynccontextmanager
    async def worker(self, workflows: list, activities: list | None = None, **options: Any) -> AsyncIterator[Worker]:
        async with self.new_worker(workflows, activities, **options) as worker:
            yield worker

    async def start(self, workflow: Any, *args: Any, **options: Any) -> WorkflowHandle:
        settings: dict[str, Any] = {"id": self.id(uuid.uuid4().hex[:8]), "task_queue": self.queue}
        client = options.pop("client", self.client)
        return await client.start_workflow(workflow, args=list(args), **{**settings, **options})

    async def run(self, workflow: Any, *args: Any, **options: Any) -> Any:
        return await (await self.start(workflow, *args, **options)).result()

    async def events(self, handle: WorkflowHandle) -> list[HistoryEvent]:
        return list((await handle.fetch_history()).events)

    async def types(self, handle: WorkflowHandle) -> list[str]:
        return [EventType.Name(event.event_type).removeprefix("EVENT_TYPE_") for event in await self.events(handle)]

    async def event(self, handle: WorkflowHandle, name: str) -> HistoryEvent:
        """The first event of a type."""
        for event in await self.events(handle):
            if EventType.Name(event.event_type) == f"EVENT_TYPE_{name}":
                return event
        raise AssertionError(f"no event {name}")

    async def status(self, handle: WorkflowHandle) -> str:
        # Not `handle.describe()`: the SDK fails on a status that it does not know.
        execution = WorkflowExecution(workflow_id=handle.id, run_id=handle.run_id or "")
        description = await self.client.workflow_service.describe_workflow_execution(
            DescribeWorkflowExecutionRequest(namespace=self.namespace, execution=execution)
        )
        return WorkflowExecutionStatus.Name(description.workflow_execution_info.status).removeprefix(
            "WORKFLOW_EXECUTION_STATUS_"
        )

    async def closed(self, handle: WorkflowHandle) -> str:
        """Waits for the end of a run, however it ends, and tells how."""

        async def is_closed() -> bool:
            return await self.status(handle) != "RUNNING"

        await self.until("the end of a run", is_closed)
        return await self.status(handle)

    async def until(self, what: str, condition: Callable[[], Awaitable[Any]]) -> Any:
        """Polls until the condition holds; the program's limit ends it."""
        self.waits_for = what
        while not (result := await condition()):
            await asyncio.sleep(POLL_SECONDS)
        self.waits_for = ""
        return result

    async def first_task_done(self, handle: WorkflowHandle) -> None:
        async def is_done() -> bool:
            return "WORKFLOW_TASK_COMPLETED" in await self.types(handle)

        await self.until("the first task", is_done)
