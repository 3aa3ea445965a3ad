"""Batch operations over what a filter finds."""

from typing import Any

from temporalio.api.batch.v1 import BatchOperationCancellation, BatchOperationSignal, BatchOperationTermination
from temporalio.api.enums.v1 import BatchOperationState
from temporalio.api.workflowservice.v1 import (
    DescribeBatchOperationRequest,
    DescribeBatchOperationResponse,
    ListBatchOperationsRequest,
    StartBatchOperationRequest,
)
from temporalio.service import RPCError, RPCStatusCode

from program import Program, equal, feature
from programs.samples import Waits
from programs.starts import KEYWORD, attributes
from programs.visibility import listed, mine


async def batched(p: Program, **operation: Any) -> tuple[list[str], DescribeBatchOperationResponse]:
    """Applies an operation to three open runs; tells how they ended and what became of the job."""
    async with p.worker([Waits]):
        handles = [await p.start(Waits.run, search_attributes=attributes((KEYWORD, p.queue))) for _ in range(3)]

        async def are_listed() -> bool:
            return len(await listed(p, "ExecutionStatus = 'Running'")) == 3

        await p.until("the runs in the list", are_listed)
        request = StartBatchOperationRequest(
            namespace=p.namespace,
            job_id=p.id("job"),
            reason="as asked",
            visibility_query=mine(p, "ExecutionStatus = 'Running'"),
            **operation,
        )

        async def has_slot() -> bool:
            # A namespace runs few jobs at a time: others may be under way.
            try:
                await p.client.workflow_service.start_batch_operation(request)
                return True
            except RPCError as error:
                if error.status != RPCStatusCode.RESOURCE_EXHAUSTED:
                    raise
                return False

        async def is_over() -> DescribeBatchOperationResponse | None:
            job = await p.client.workflow_service.describe_batch_operation(
                DescribeBatchOperationRequest(namespace=p.namespace, job_id=p.id("job"))
            )
            return job if job.state == BatchOperationState.BATCH_OPERATION_STATE_COMPLETED else None

        await p.until("a free slot", has_slot)
        job = await p.until("the end of the job", is_over)
        return [await p.closed(handle) for handle in handles], job


@feature("batch-terminate")
async def terminate(p: Program) -> None:
    ends, _ = await batched(p, termination_operation=BatchOperationTermination())
    equal(ends, ["TERMINATED"] * 3)


@feature("batch-cancel")
async def cancel(p: Program) -> None:
    ends, _ = await batched(p, cancellation_operation=BatchOperationCancellation())
    equal(ends, ["CANCELED"] * 3)


@feature("batch-signal")
async def signal(p: Program) -> None:
    ends, _ = await batched(p, signal_operation=BatchOperationSignal(signal="go"))
    equal(ends, ["COMPLETED"] * 3)


@feature("batch-list-describe")
async def list_describe(p: Program) -> None:
    _, job = await batched(p, signal_operation=BatchOperationSignal(signal="go"))
    equal((job.reason, job.complete_operation_count), ("as asked", 3))

    async def is_listed() -> bool:
        answer = await p.client.workflow_service.list_batch_operations(
            ListBatchOperationsRequest(namespace=p.namespace, page_size=100)
        )
        return p.id("job") in [info.job_id for info in answer.operation_info]

    await p.until("the job in the list", is_listed)
