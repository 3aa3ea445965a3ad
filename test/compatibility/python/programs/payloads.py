"""Payloads: codecs, converters, headers, interceptors, metrics, and what is too large."""

import dataclasses
import zlib
from typing import Any, Sequence

import temporalio.converter
import temporalio.worker
from temporalio import activity, workflow
from temporalio.api.common.v1 import Payload, WorkflowType
from temporalio.client import Interceptor, OutboundInterceptor, StartWorkflowInput, WorkflowFailureError
from temporalio.converter import DataConverter, DefaultFailureConverterWithEncodedAttributes, PayloadCodec
from temporalio.exceptions import ActivityError, ApplicationError
from temporalio.runtime import MetricBuffer, Runtime, TelemetryConfig
from temporalio.service import RPCError
from temporalio.worker import (
    ActivityInboundInterceptor,
    ExecuteActivityInput,
    ExecuteWorkflowInput,
    StartActivityInput,
    WorkflowInboundInterceptor,
    WorkflowInterceptorClassInput,
    WorkflowOutboundInterceptor,
)

from program import ONCE, SHORT, Program, cause_of, equal, feature, raised
from programs.samples import Gathers, Greets, greet

MEGABYTE = 1 << 20


@workflow.defn
class Takes:
    @workflow.run
    async def run(self, raw: bytes, none: str | None, message: WorkflowType, numbers: list[int]) -> dict[str, Any]:
        return {"raw": len(raw), "none": none, "message": message.name, "numbers": numbers}


@feature("payload-types")
async def types(p: Program) -> None:
    async with p.worker([Takes]):
        handle = await p.start(Takes.run, b"\0\xff", None, WorkflowType(name="typed"), [1, 2])
        equal(await handle.result(), {"raw": 2, "none": None, "message": "typed", "numbers": [1, 2]})
        given = (await p.events(handle))[0].workflow_execution_started_event_attributes.input.payloads
        encodings = [payload.metadata["encoding"].decode() for payload in given]
        equal(encodings, ["binary/plain", "binary/null", "json/protobuf", "json/plain"])


class ZlibCodec(PayloadCodec):
    async def encode(self, payloads: Sequence[Payload]) -> list[Payload]:
        return [
            Payload(metadata={"encoding": b"binary/zlib"}, data=zlib.compress(payload.SerializeToString()))
            for payload in payloads
        ]

    async def decode(self, payloads: Sequence[Payload]) -> list[Payload]:
        return [
            Payload.FromString(zlib.decompress(payload.data))
            if payload.metadata.get("encoding") == b"binary/zlib"
            else payload
            for payload in payloads
        ]


@feature("payload-codec")
async def codec(p: Program) -> None:
    client = await p.dial(data_converter=dataclasses.replace(DataConverter.default, payload_codec=ZlibCodec()))
    async with p.worker([Greets], [greet], client=client):
        handle = await p.start(Greets.run, "Ada", client=client)
        equal(await handle.result(), "Hello, Ada")
        given = (await p.events(handle))[0].workflow_execution_started_event_attributes.input.payloads
        equal(given[0].metadata["encoding"], b"binary/zlib")


@workflow.defn
class TellsSecret:
    @workflow.run
    async def run(self) -> None:
        raise ApplicationError("a secret")


@feature("failure-converter")
async def failure_converter(p: Program) -> None:
    encoded = dataclasses.replace(
        DataConverter.default, failure_converter_class=DefaultFailureConverterWithEncodedAttributes
    )
    client = await p.dial(data_converter=encoded)
    async with p.worker([TellsSecret], client=client):
        handle = await p.start(TellsSecret.run, client=client)
        error = await raised(WorkflowFailureError, handle.result())
        assert "a secret" in str(error.cause)
        event = await p.event(handle, "WORKFLOW_EXECUTION_FAILED")
        failure = event.workflow_execution_failed_event_attributes.failure
        equal(failure.message, "Encoded failure")
        assert failure.HasField("encoded_attributes")


@workflow.defn
class Echoes:
    @workflow.run
    async def run(self, text: str) -> int:
        return len(await workflow.execute_activity(echo, text, **SHORT))


@activity.defn
async def echo(text: str) -> str:
    return text


@workflow.defn
class Blows:
    @workflow.run
    async def run(self) -> None:
        await workflow.execute_activity(blow, **ONCE)


@activity.defn
async def blow() -> str:
    return "x" * (5 * MEGABYTE // 2)


@feature("payload-large")
async def large(p: Program) -> None:
    async with p.worker([Echoes], [echo]):
        size = 3 * MEGABYTE // 2
        equal(await p.run(Echoes.run, "x" * size), size)


@feature("payload-too-large-start")
async def too_large_start(p: Program) -> None:
    await raised(RPCError, p.start(Echoes.run, "x" * (5 * MEGABYTE // 2)))


@feature("payload-too-large-activity-result")
async def too_large_activity_result(p: Program) -> None:
    async with p.worker([Blows], [blow], disable_payload_error_limit=True):
        cause_of(await raised(WorkflowFailureError, p.run(Blows.run)), ActivityError)


@feature("payload-too-large-signal")
async def too_large_signal(p: Program) -> None:
    async with p.worker([Gathers]):
        handle = await p.start(Gathers.run, 1)
        await raised(RPCError, handle.signal("add", "x" * (5 * MEGABYTE // 2)))
        await handle.signal("add", 1)
        equal(await handle.result(), [1])


TENANT = "tenant"
CONVERTER = temporalio.converter.default().payload_converter


class Tenant(Interceptor, temporalio.worker.Interceptor):
    """Carries a tenant's name from the client through workflows to activities, and records what it meets."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def intercept_client(self, next: OutboundInterceptor) -> OutboundInterceptor:
        return TenantClient(next, self.calls)

    def intercept_activity(self, next: ActivityInboundInterceptor) -> ActivityInboundInterceptor:
        return TenantActivity(next, self.calls)

    def workflow_interceptor_class(
        self, input: WorkflowInterceptorClassInput
    ) -> type[WorkflowInboundInterceptor] | None:
        return TenantWorkflow


class TenantClient(OutboundInterceptor):
    def __init__(self, next: OutboundInterceptor, calls: list[str]) -> None:
        super().__init__(next)
        self.calls = calls

    async def start_workflow(self, input: StartWorkflowInput) -> Any:
        self.calls.append("start")
        input.headers = {**input.headers, TENANT: CONVERTER.to_payload("acme")}
        return await super().start_workflow(input)


class TenantWorkflow(WorkflowInboundInterceptor):
    def init(self, outbound: WorkflowOutboundInterceptor) -> None:
        super().init(TenantOutbound(outbound))

    async def execute_workflow(self, input: ExecuteWorkflowInput) -> Any:
        workflow.instance().tenant = input.headers[TENANT]
        return await super().execute_workflow(input)


class TenantOutbound(WorkflowOutboundInterceptor):
    def start_activity(self, input: StartActivityInput) -> Any:
        input.headers = {**input.headers, TENANT: workflow.instance().tenant}
        return super().start_activity(input)


class TenantActivity(ActivityInboundInterceptor):
    def __init__(self, next: ActivityInboundInterceptor, calls: list[str]) -> None:
        super().__init__(next)
        self.calls = calls

    async def execute_activity(self, input: ExecuteActivityInput) -> Any:
        self.calls.append(f"activity of {CONVERTER.from_payload(input.headers[TENANT], str)}")
        return await super().execute_activity(input)


async def intercepted(p: Program) -> list[str]:
    tenant = Tenant()
    client = await p.dial(interceptors=[tenant])
    async with p.worker([Greets], [greet], client=client):
        handle = await p.start(Greets.run, "Ada", client=client)
        await handle.result()
        started = (await p.events(handle))[0].workflow_execution_started_event_attributes
        equal(started.header.fields[TENANT].data, b'"acme"')
        scheduled = (await p.event(handle, "ACTIVITY_TASK_SCHEDULED")).activity_task_scheduled_event_attributes
        equal(scheduled.header.fields[TENANT].data, b'"acme"')
    return tenant.calls


@feature("headers")
async def headers(p: Program) -> None:
    equal((await intercepted(p))[1], "activity of acme")


@feature("interceptors")
async def interceptors(p: Program) -> None:
    equal([call.split()[0] for call in await intercepted(p)], ["start", "activity"])


@feature("request-failure-metrics")
async def request_failure_metrics(p: Program) -> None:
    buffer = MetricBuffer(10_000)
    client = await p.dial(runtime=Runtime(telemetry=TelemetryConfig(logging=None, metrics=buffer)))
    await raised(RPCError, client.get_workflow_handle(p.id("nobody")).describe())
    failures = [
        update.attributes
        for update in buffer.retrieve_updates()
        if update.metric.name == "temporal_request_failure"
        and update.attributes.get("operation") == "DescribeWorkflowExecution"
    ]
    equal([attributes.get("status_code") for attributes in failures], ["NOT_FOUND"])

