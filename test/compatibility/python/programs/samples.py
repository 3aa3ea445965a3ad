"""Workflows and activities that several programs share."""

import asyncio
from datetime import timedelta
from typing import Any

from temporalio import activity, workflow

from program import SHORT


@workflow.defn
class Forever:
    @workflow.run
    async def run(self) -> None:
        await workflow.sleep(timedelta(hours=1))


@workflow.defn
class AtOnce:
    @workflow.run
    async def run(self) -> str:
        return "at once"


@workflow.defn
class Gathers:
    """Answers the amounts of the first signals "add" in their order."""

    def __init__(self) -> None:
        self.amounts: list[int] = []

    @workflow.run
    async def run(self, expected: int) -> list[int]:
        await workflow.wait_condition(lambda: len(self.amounts) >= expected)
        return self.amounts[:expected]

    @workflow.signal
    def add(self, amount: int) -> None:
        self.amounts.append(amount)


@workflow.defn
class Waits:
    """Waits for the signal "go" or a request to cancel, and tells its state."""

    def __init__(self) -> None:
        self.state = "waiting"

    @workflow.run
    async def run(self) -> str:
        await workflow.wait_condition(lambda: self.state == "done")
        return self.state

    @workflow.signal
    def go(self) -> None:
        self.state = "done"

    @workflow.query(name="state")
    def tell(self) -> str:
        return self.state

    @workflow.query
    def broken(self) -> str:
        raise ValueError("it is broken")


@workflow.defn
class Greets:
    @workflow.run
    async def run(self, name: str) -> str:
        return await workflow.execute_activity(greet, name, **SHORT)


@activity.defn
async def greet(name: str) -> str:
    return f"Hello, {name}"


@activity.defn
async def noop() -> None:
    return None


@activity.defn
async def linger() -> str:
    """Runs until it is cancelled."""
    while True:
        activity.heartbeat()
        await asyncio.sleep(0.02)


@workflow.defn
class Calls:
    """Runs one activity with the options of its caller."""

    @workflow.run
    async def run(self, name: str, args: list[Any]) -> Any:
        return await workflow.execute_activity(name, args=args, **SHORT)
