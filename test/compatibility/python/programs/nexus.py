"""Nexus: operations that answer at once, operations that are workflows, their failures and cancellation."""

from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any, AsyncIterator

import nexusrpc
import nexusrpc.handler
from temporalio import nexus, workflow
from temporalio.api.nexus.v1 import EndpointSpec, EndpointTarget
from temporalio.api.operatorservice.v1 import CreateNexusEndpointRequest, DeleteNexusEndpointRequest
from temporalio.client import WorkflowFailureError
from temporalio.exceptions import ApplicationError, CancelledError, NexusOperationError, TimeoutError

from program import Program, application, cause_of, equal, feature, raised


@nexusrpc.service
class Shop:
    greet: nexusrpc.Operation[str, str]
    refuse: nexusrpc.Operation[str, str]
    order: nexusrpc.Operation[str, str]


@workflow.defn
class Order:
    @workflow.run
    async def run(self, name: str) -> str:
        if name == "":
            raise ApplicationError("who orders?", type="NoName", non_retryable=True)
        await workflow.sleep(timedelta(hours=1) if name == "forever" else timedelta(milliseconds=10))
        return f"ordered by {name}"


@nexusrpc.handler.service_handler(service=Shop)
class ShopHandler:
    @nexusrpc.handler.sync_operation
    async def greet(self, _: nexusrpc.handler.StartOperationContext, name: str) -> str:
        return f"Hello, {name}"

    @nexusrpc.handler.sync_operation
    async def refuse(self, _: nexusrpc.handler.StartOperationContext, name: str) -> str:
        raise nexusrpc.OperationError("no thanks", state=nexusrpc.OperationErrorState.FAILED)

    @nexus.workflow_run_operation
    async def order(self, context: nexus.WorkflowRunOperationContext, name: str) -> nexus.WorkflowHandle[str]:
        return await context.start_workflow(Order.run, name, id=f"order-{context.request_id}")


@workflow.defn
class Calls:
    @workflow.run
    async def run(self, endpoint: str, operation: str, name: str, seconds: int = 0) -> str:
        shop: Any = workflow.create_nexus_client(service="Shop", endpoint=endpoint)
        timeout = timedelta(seconds=seconds) if seconds else None
        return await shop.execute_operation(
            operation, name, output_type=str, schedule_to_close_timeout=timeout
        )


@workflow.defn
class CancelsOrder:
    @workflow.run
    async def run(self, endpoint: str) -> str:
        shop = workflow.create_nexus_client(service=Shop, endpoint=endpoint)
        order = await shop.start_operation(Shop.order, "forever")
        order.cancel()
        try:
            return await order
        except NexusOperationError as error:
            return "canceled" if isinstance(error.cause, CancelledError) else repr(error.cause)


@asynccontextmanager
async def shop_open(p: Program) -> AsyncIterator[str]:
    """An endpoint of the service, a worker that serves it and calls it."""
    target = EndpointTarget(worker=EndpointTarget.Worker(namespace=p.namespace, task_queue=p.queue))
    created = await p.client.operator_service.create_nexus_endpoint(
        CreateNexusEndpointRequest(spec=EndpointSpec(name=p.queue, target=target))
    )
    try:
        async with p.worker([Order, Calls, CancelsOrder], nexus_service_handlers=[ShopHandler()]):
            yield p.queue
    finally:
        await p.client.operator_service.delete_nexus_endpoint(
            DeleteNexusEndpointRequest(id=created.endpoint.id, version=created.endpoint.version)
        )


@feature("nexus-sync")
async def sync(p: Program) -> None:
    async with shop_open(p) as endpoint:
        handle = await p.start(Calls.run, endpoint, "greet", "Ada")
        equal(await handle.result(), "Hello, Ada")
        types = await p.types(handle)
        assert "NEXUS_OPERATION_COMPLETED" in types and "NEXUS_OPERATION_STARTED" not in types


@feature("nexus-workflow")
async def by_workflow(p: Program) -> None:
    async with shop_open(p) as endpoint:
        handle = await p.start(Calls.run, endpoint, "order", "Ada")
        equal(await handle.result(), "ordered by Ada")
        assert (await p.event(handle, "NEXUS_OPERATION_STARTED")).links


@feature("nexus-failure")
async def failure(p: Program) -> None:
    async with shop_open(p) as endpoint:
        error = await raised(WorkflowFailureError, p.run(Calls.run, endpoint, "refuse", "Ada"))
        equal(cause_of(error, NexusOperationError).operation, "refuse")
        assert "no thanks" in str(cause_of(error, NexusOperationError).cause)


@feature("nexus-handler-error")
async def handler_error(p: Program) -> None:
    async with shop_open(p) as endpoint:
        error = await raised(WorkflowFailureError, p.run(Calls.run, endpoint, "not there", "Ada"))
        equal(cause_of(error, nexusrpc.HandlerError).type, nexusrpc.HandlerErrorType.NOT_FOUND)


@feature("nexus-workflow-failure")
async def workflow_failure(p: Program) -> None:
    async with shop_open(p) as endpoint:
        error = await raised(WorkflowFailureError, p.run(Calls.run, endpoint, "order", ""))
        cause_of(error, NexusOperationError)
        equal(application(error).type, "NoName")


@feature("nexus-cancel")
async def cancel(p: Program) -> None:
    async with shop_open(p) as endpoint:
        handle = await p.start(CancelsOrder.run, endpoint)
        equal(await handle.result(), "canceled")
        types = await p.types(handle)
        assert "NEXUS_OPERATION_CANCEL_REQUESTED" in types and "NEXUS_OPERATION_CANCELED" in types


@feature("nexus-timeout")
async def timeout(p: Program) -> None:
    async with shop_open(p) as endpoint:
        error = await raised(WorkflowFailureError, p.run(Calls.run, endpoint, "order", "forever", 1))
        cause_of(error, TimeoutError)


@feature("nexus-endpoint-missing")
async def endpoint_missing(p: Program) -> None:
    async with p.worker([Calls]):
        handle = await p.start(Calls.run, "nobody-made-this", "greet", "Ada")

        async def has_failed() -> bool:
            return "WORKFLOW_TASK_FAILED" in await p.types(handle)

        await p.until("the failed task", has_failed)
        await handle.terminate()


@feature("nexus-standalone")
async def standalone(p: Program) -> None:
    async with shop_open(p) as endpoint:
        shop = p.client.create_nexus_client(Shop, endpoint)
        handle = await shop.start_operation(
            Shop.order, "Ada", id=p.id("operation"), schedule_to_close_timeout=timedelta(seconds=30)
        )
        equal(await handle.result(), "ordered by Ada")


