"""Lists and counts with filters."""

from temporalio.client import WorkflowHandle
from temporalio.service import RPCError

from program import Program, equal, feature, raised
from programs.samples import AtOnce
from programs.starts import BOOL, INT, KEYWORD, LIST, attributes


def mine(p: Program, condition: str = "") -> str:
    """Restricts a filter to the program's runs."""
    own = f"ContractKeyword = '{p.queue}'"
    return f"{own} AND ({condition})" if condition else own


async def listed(p: Program, condition: str = "") -> list[str]:
    return [run.id async for run in p.client.list_workflows(mine(p, condition))]


async def many(p: Program, runs: int) -> list[WorkflowHandle]:
    """Runs workflows with search attributes and waits until all of them are listed as closed."""
    handles = []
    async with p.worker([AtOnce]):
        for i in range(runs):
            given = attributes((KEYWORD, p.queue), (INT, i), (BOOL, i % 2 == 0), (LIST, ["all", str(i)]))
            handles.append(await p.start(AtOnce.run, search_attributes=given))
            await handles[-1].result()

    async def are_listed() -> bool:
        return len(await listed(p, "ExecutionStatus = 'Completed'")) == runs

    await p.until("the runs in the list", are_listed)
    return handles


@feature("list-filter")
async def list_filter(p: Program) -> None:
    await many(p, 5)
    for condition, expected in {
        "ContractInt >= 3": 2,
        "ContractInt BETWEEN 1 AND 3": 3,
        "ContractInt = 1 OR ContractInt = 2": 2,
        "ContractInt IN (0, 4)": 2,
        "NOT ContractInt = 0": 4,
        "ContractBool = true": 3,
        "ExecutionStatus = 'Completed'": 5,
        "ExecutionStatus = 'Running'": 0,
        "WorkflowType = 'AtOnce' AND CloseTime IS NOT NULL": 5,
        "StartTime > '2020-01-01T00:00:00Z'": 5,
        "ContractList = 'all'": 5,
        "WorkflowId STARTS_WITH 'python-list-filter'": 5,
        "ContractDouble IS NULL": 5,
    }.items():
        found = len(await listed(p, condition))
        assert found == expected, f"{condition}: expected {expected}, got {found}"


@feature("list-pages")
async def list_pages(p: Program) -> None:
    await many(p, 5)
    found = [run.id async for run in p.client.list_workflows(mine(p), page_size=2)]
    equal(len(set(found)), 5)


@feature("list-invalid-filter")
async def list_invalid_filter(p: Program) -> None:
    async def ask(condition: str) -> None:
        async for _ in p.client.list_workflows(condition):
            pass

    for condition in ("nonsense (", "NobodyDefinedThis = 1", "ContractInt = 'not a number'"):
        await raised(RPCError, ask(condition))


@feature("count")
async def count(p: Program) -> None:
    await many(p, 5)
    equal((await p.client.count_workflows(mine(p))).count, 5)


@feature("count-by-status")
async def count_by_status(p: Program) -> None:
    await many(p, 3)
    counted = await p.client.count_workflows(mine(p) + " GROUP BY ExecutionStatus")
    equal([(group.count, list(group.group_values)) for group in counted.groups], [(3, ["Completed"])])
