"""What a customer does first: one workflow with an activity, a query and an update, in the SDK's sandbox."""

from datetime import timedelta

from temporalio import activity, workflow
from temporalio.worker.workflow_sandbox import SandboxedWorkflowRunner

with workflow.unsafe.imports_passed_through():
    from program import Program, equal, feature


@activity.defn
async def greet_customer(name: str) -> str:
    return f"Hello, {name}"


@workflow.defn
class Welcome:
    def __init__(self) -> None:
        self.greeting = ""
        self.is_over = False

    @workflow.run
    async def run(self, name: str) -> str:
        self.greeting = await workflow.execute_activity(
            greet_customer, name, start_to_close_timeout=timedelta(seconds=30)
        )
        await workflow.wait_condition(lambda: self.is_over and workflow.all_handlers_finished())
        return self.greeting

    @workflow.query
    def so_far(self) -> str:
        return self.greeting

    @workflow.update
    def finish(self, sign: str) -> str:
        self.greeting += sign
        self.is_over = True
        return self.greeting


@feature("connection")
async def connection(p: Program) -> None:
    async with p.worker([Welcome], [greet_customer], workflow_runner=SandboxedWorkflowRunner()):
        handle = await p.start(Welcome.run, "Ada")

        async def is_greeted() -> bool:
            return await handle.query(Welcome.so_far) == "Hello, Ada"

        await p.until("the activity", is_greeted)
        equal(await handle.execute_update(Welcome.finish, "!"), "Hello, Ada!")
        equal(await handle.result(), "Hello, Ada!")
