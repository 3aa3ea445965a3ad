"""Worker deployments: pinned and upgrading workflows, ramps, overrides."""

from contextlib import AsyncExitStack
from datetime import timedelta
from typing import Any

from google.protobuf.field_mask_pb2 import FieldMask
from temporalio import activity, workflow
from temporalio.api.common.v1 import WorkflowExecution
from temporalio.api.deployment.v1 import WorkerDeploymentVersion as VersionMessage
from temporalio.api.workflow.v1 import VersioningOverride as OverrideMessage
from temporalio.api.workflow.v1 import WorkflowExecutionOptions
from temporalio.api.workflowservice.v1 import (
    DescribeWorkerDeploymentRequest,
    DescribeWorkerDeploymentVersionRequest,
    ListWorkerDeploymentsRequest,
    SetWorkerDeploymentCurrentVersionRequest,
    SetWorkerDeploymentRampingVersionRequest,
    UpdateWorkflowExecutionOptionsRequest,
)
from temporalio.client import WorkflowHandle
from temporalio.common import PinnedVersioningOverride, VersioningBehavior, WorkerDeploymentVersion
from temporalio.service import RPCError
from temporalio.worker import Worker, WorkerDeploymentConfig

from program import Program, equal, feature

AUTO_UPGRADE, PINNED = VersioningBehavior.AUTO_UPGRADE, VersioningBehavior.PINNED


class Tells:
    """Tells the builds that ran before and after the signal "go"."""

    def __init__(self) -> None:
        self.is_over = False

    async def tell(self, build: str) -> str:
        before = await workflow.execute_local_activity(
            "build_of_worker", schedule_to_close_timeout=timedelta(seconds=10)
        )
        await workflow.wait_condition(lambda: self.is_over)
        return f"{before} then {build}"

    @workflow.signal
    def go(self) -> None:
        self.is_over = True


@workflow.defn(name="Tells")
class TellsOne(Tells):
    @workflow.run
    async def run(self) -> str:
        return await self.tell("1")


@workflow.defn(name="Tells")
class TellsTwo(Tells):
    @workflow.run
    async def run(self) -> str:
        return await self.tell("2")


class Deployment:
    """The deployment that is named as the queue, with workers for its builds."""

    def __init__(self, p: Program, behavior: VersioningBehavior) -> None:
        self.p = p
        self.behavior = behavior
        self.stack = AsyncExitStack()

    async def __aenter__(self) -> "Deployment":
        return self

    async def __aexit__(self, *error: Any) -> None:
        await self.stack.aclose()

    async def deploy(self, build: str) -> None:
        @activity.defn
        async def build_of_worker() -> str:
            return build

        config = WorkerDeploymentConfig(
            version=self.version(build), use_worker_versioning=True, default_versioning_behavior=self.behavior
        )
        code = TellsOne if build == "1" else TellsTwo
        client = await self.p.dial()
        worker: Worker = self.p.new_worker([code], [build_of_worker], client=client, deployment_config=config)
        await self.stack.enter_async_context(worker)

    def version(self, build: str) -> WorkerDeploymentVersion:
        return WorkerDeploymentVersion(deployment_name=self.p.queue, build_id=build)

    async def set_current(self, build: str) -> None:
        request = SetWorkerDeploymentCurrentVersionRequest(
            namespace=self.p.namespace, deployment_name=self.p.queue, build_id=build
        )
        await self.retried(f"build {build} as the current one", lambda service: service.set_worker_deployment_current_version(request))
        await self.reached(build)

    async def set_ramping(self, build: str) -> None:
        request = SetWorkerDeploymentRampingVersionRequest(
            namespace=self.p.namespace, deployment_name=self.p.queue, build_id=build, percentage=100
        )
        await self.retried("the ramp", lambda service: service.set_worker_deployment_ramping_version(request))
        await self.reached(build)

    async def retried(self, what: str, call: Any) -> None:
        """The workers of a build are known a moment after they poll."""

        async def is_done() -> bool:
            try:
                await call(self.p.client.workflow_service)
                return True
            except RPCError:
                return False

        await self.p.until(what, is_done)

    async def reached(self, build: str) -> None:
        """The routing reaches the task queues a moment later."""

        async def is_reached() -> bool:
            return await self.finished(await self.p.start("Tells")) == f"{build} then {build}"

        await self.p.until(f"a run on build {build}", is_reached)

    async def finished(self, handle: WorkflowHandle) -> str:
        await handle.signal("go")
        return await handle.result()


@feature("deployment-current-version")
async def current_version(p: Program) -> None:
    async with Deployment(p, AUTO_UPGRADE) as deployment:
        await deployment.deploy("1")
        await deployment.set_current("1")
        handle = await p.start("Tells")
        equal(await deployment.finished(handle), "1 then 1")
        info = (await handle.describe()).raw_description.workflow_execution_info.versioning_info
        equal((info.deployment_version.build_id, info.behavior), ("1", AUTO_UPGRADE.value))


async def across_versions(p: Program, behavior: VersioningBehavior) -> str:
    async with Deployment(p, behavior) as deployment:
        await deployment.deploy("1")
        await deployment.set_current("1")
        handle = await p.start("Tells")
        await p.first_task_done(handle)
        await deployment.deploy("2")
        await deployment.set_current("2")
        return await deployment.finished(handle)


@feature("deployment-auto-upgrade")
async def auto_upgrade(p: Program) -> None:
    equal(await across_versions(p, AUTO_UPGRADE), "1 then 2")


@feature("deployment-pinned")
async def pinned(p: Program) -> None:
    equal(await across_versions(p, PINNED), "1 then 1")


async def two_builds(deployment: Deployment) -> None:
    await deployment.deploy("1")
    await deployment.deploy("2")
    await deployment.set_current("1")


@feature("deployment-ramp")
async def ramp(p: Program) -> None:
    async with Deployment(p, PINNED) as deployment:
        await two_builds(deployment)
        await deployment.set_ramping("2")
        described = await p.client.workflow_service.describe_worker_deployment(
            DescribeWorkerDeploymentRequest(namespace=p.namespace, deployment_name=p.queue)
        )
        routing = described.worker_deployment_info.routing_config
        equal((routing.ramping_deployment_version.build_id, routing.ramping_version_percentage), ("2", 100))


@feature("deployment-override-start")
async def override_start(p: Program) -> None:
    async with Deployment(p, AUTO_UPGRADE) as deployment:
        await two_builds(deployment)
        override = PinnedVersioningOverride(deployment.version("2"))
        handle = await p.start("Tells", versioning_override=override)
        equal(await deployment.finished(handle), "2 then 2")


@feature("deployment-override-update")
async def override_update(p: Program) -> None:
    async with Deployment(p, PINNED) as deployment:
        await two_builds(deployment)
        handle = await p.start("Tells")
        await p.first_task_done(handle)
        version = VersionMessage(deployment_name=p.queue, build_id="2")
        pin = OverrideMessage.PinnedOverride(
            behavior=OverrideMessage.PINNED_OVERRIDE_BEHAVIOR_PINNED, version=version
        )
        await p.client.workflow_service.update_workflow_execution_options(
            UpdateWorkflowExecutionOptionsRequest(
                namespace=p.namespace,
                workflow_execution=WorkflowExecution(workflow_id=handle.id),
                workflow_execution_options=WorkflowExecutionOptions(
                    versioning_override=OverrideMessage(pinned=pin)
                ),
                update_mask=FieldMask(paths=["versioning_override"]),
            )
        )
        equal(await deployment.finished(handle), "1 then 2")


@feature("deployment-describe-version")
async def describe_version(p: Program) -> None:
    async with Deployment(p, PINNED) as deployment:
        await deployment.deploy("1")
        await deployment.set_current("1")
        version = VersionMessage(deployment_name=p.queue, build_id="1")
        described = await p.client.workflow_service.describe_worker_deployment_version(
            DescribeWorkerDeploymentVersionRequest(namespace=p.namespace, deployment_version=version)
        )
        info = described.worker_deployment_version_info
        assert info.HasField("current_since_time")
        assert p.queue in [queue.name for queue in described.version_task_queues]

        async def is_listed() -> bool:
            answer = await p.client.workflow_service.list_worker_deployments(
                ListWorkerDeploymentsRequest(namespace=p.namespace, page_size=100)
            )
            return p.queue in [deployment.name for deployment in answer.worker_deployments]

        await p.until("the deployment in the list", is_listed)
