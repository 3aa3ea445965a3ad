package compatibility;

import static compatibility.Program.check;
import static compatibility.Program.equal;

import com.google.protobuf.FieldMask;
import io.grpc.StatusRuntimeException;
import io.temporal.api.deployment.v1.WorkerDeploymentVersion;
import io.temporal.api.workflow.v1.VersioningOverride;
import io.temporal.api.workflow.v1.WorkflowExecutionOptions;
import io.temporal.api.workflowservice.v1.DescribeWorkerDeploymentRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkerDeploymentVersionRequest;
import io.temporal.api.workflowservice.v1.ListWorkerDeploymentsRequest;
import io.temporal.api.workflowservice.v1.SetWorkerDeploymentCurrentVersionRequest;
import io.temporal.api.workflowservice.v1.SetWorkerDeploymentRampingVersionRequest;
import io.temporal.api.workflowservice.v1.UpdateWorkflowExecutionOptionsRequest;
import io.temporal.client.WorkflowStub;
import io.temporal.common.VersioningBehavior;
import io.temporal.common.converter.EncodedValues;
import io.temporal.worker.WorkerDeploymentOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import io.temporal.workflow.DynamicSignalHandler;
import io.temporal.workflow.DynamicWorkflow;
import io.temporal.workflow.Workflow;
import java.util.Map;

/** Worker deployments: pinned and upgrading workflows, ramps, overrides. */
final class Deployments {
  static void add(Map<String, Feature> features) {
    features.put(
        "deployment-current-version",
        p -> {
          deploy(p, VersioningBehavior.AUTO_UPGRADE, "1");
          setCurrent(p, "1");
          var run = p.start("main");
          equal(finished(run), "1 then 1");
          var info = p.describe(run).getWorkflowExecutionInfo().getVersioningInfo();
          equal(info.getDeploymentVersion().getBuildId(), "1");
        });
    features.put(
        "deployment-auto-upgrade", p -> equal(acrossVersions(p, VersioningBehavior.AUTO_UPGRADE), "1 then 2"));
    features.put("deployment-pinned", p -> equal(acrossVersions(p, VersioningBehavior.PINNED), "1 then 1"));
    features.put(
        "deployment-ramp",
        p -> {
          twoBuilds(p, VersioningBehavior.PINNED);
          var request =
              SetWorkerDeploymentRampingVersionRequest.newBuilder()
                  .setNamespace(p.namespace)
                  .setDeploymentName(p.queue)
                  .setBuildId("2")
                  .setPercentage(100)
                  .build();
          retried(p, "the ramp", () -> p.raw().setWorkerDeploymentRampingVersion(request));
          reached(p, "2");
          var routing =
              p.raw()
                  .describeWorkerDeployment(
                      DescribeWorkerDeploymentRequest.newBuilder()
                          .setNamespace(p.namespace)
                          .setDeploymentName(p.queue)
                          .build())
                  .getWorkerDeploymentInfo()
                  .getRoutingConfig();
          equal(routing.getRampingDeploymentVersion().getBuildId(), "2");
          equal(routing.getRampingVersionPercentage(), 100f);
        });
    features.put(
        "deployment-override-start",
        p -> {
          twoBuilds(p, VersioningBehavior.AUTO_UPGRADE);
          var override =
              new io.temporal.common.VersioningOverride.PinnedVersioningOverride(
                  new io.temporal.common.WorkerDeploymentVersion(p.queue, "2"));
          var run = p.startWith(options -> options.setVersioningOverride(override), "main");
          equal(finished(run), "2 then 2");
        });
    features.put(
        "deployment-override-update",
        p -> {
          twoBuilds(p, VersioningBehavior.PINNED);
          var run = p.start("main");
          p.firstTaskDone(run);
          var pinned =
              VersioningOverride.PinnedOverride.newBuilder()
                  .setBehavior(VersioningOverride.PinnedOverrideBehavior.PINNED_OVERRIDE_BEHAVIOR_PINNED)
                  .setVersion(version(p, "2"));
          p.raw()
              .updateWorkflowExecutionOptions(
                  UpdateWorkflowExecutionOptionsRequest.newBuilder()
                      .setNamespace(p.namespace)
                      .setWorkflowExecution(run.getExecution())
                      .setWorkflowExecutionOptions(
                          WorkflowExecutionOptions.newBuilder()
                              .setVersioningOverride(VersioningOverride.newBuilder().setPinned(pinned)))
                      .setUpdateMask(FieldMask.newBuilder().addPaths("versioning_override"))
                      .build());
          equal(finished(run), "1 then 2");
        });
    features.put(
        "deployment-describe-version",
        p -> {
          deploy(p, VersioningBehavior.PINNED, "1");
          setCurrent(p, "1");
          var described =
              p.raw()
                  .describeWorkerDeploymentVersion(
                      DescribeWorkerDeploymentVersionRequest.newBuilder()
                          .setNamespace(p.namespace)
                          .setDeploymentVersion(version(p, "1"))
                          .build());
          check(described.getWorkerDeploymentVersionInfo().hasCurrentSinceTime(), "not current");
          check(
              described.getVersionTaskQueuesList().stream().anyMatch(queue -> queue.getName().equals(p.queue)),
              "no task queue");
          var ask = ListWorkerDeploymentsRequest.newBuilder().setNamespace(p.namespace).setPageSize(100).build();
          p.until(
              "the deployment in the list",
              () ->
                  p.raw().listWorkerDeployments(ask).getWorkerDeploymentsList().stream()
                      .anyMatch(deployment -> deployment.getName().equals(p.queue)));
        });
  }

  private static WorkerDeploymentVersion version(Program p, String build) {
    return WorkerDeploymentVersion.newBuilder().setDeploymentName(p.queue).setBuildId(build).build();
  }

  /** Starts a worker for a build of the deployment that is named as the queue. */
  private static void deploy(Program p, VersioningBehavior behavior, String build) {
    WorkerOptions options =
        WorkerOptions.newBuilder()
            .setDeploymentOptions(
                WorkerDeploymentOptions.newBuilder()
                    .setUseVersioning(true)
                    .setVersion(new io.temporal.common.WorkerDeploymentVersion(p.queue, build))
                    .build())
            .build();
    WorkerFactory factory = WorkerFactory.newInstance(p.client);
    factory
        .newWorker(p.queue, options)
        .registerWorkflowImplementationFactory(DynamicWorkflow.class, () -> new Told(build, behavior));
    factory.start();
    p.deferred(() -> Program.stop(factory));
    p.servedBy(factory);
  }

  /** Tells the builds that ran before and after the signal "go". */
  private record Told(String build, VersioningBehavior behavior) implements DynamicWorkflow {
    @Override
    public Object execute(EncodedValues args) {
      String before = Workflow.sideEffect(String.class, () -> build);
      boolean[] isOver = {false};
      DynamicSignalHandler go = (name, values) -> isOver[0] = true;
      Workflow.registerListener(go);
      Workflow.await(() -> isOver[0]);
      return before + " then " + build;
    }

    @Override
    public VersioningBehavior getVersioningBehavior() {
      return behavior;
    }
  }

  private static void twoBuilds(Program p, VersioningBehavior behavior) throws Exception {
    deploy(p, behavior, "1");
    deploy(p, behavior, "2");
    setCurrent(p, "1");
  }

  private static String acrossVersions(Program p, VersioningBehavior behavior) throws Exception {
    deploy(p, behavior, "1");
    setCurrent(p, "1");
    var run = p.start("main");
    p.firstTaskDone(run);
    deploy(p, behavior, "2");
    setCurrent(p, "2");
    return finished(run);
  }

  private static void setCurrent(Program p, String build) throws Exception {
    var request =
        SetWorkerDeploymentCurrentVersionRequest.newBuilder()
            .setNamespace(p.namespace)
            .setDeploymentName(p.queue)
            .setBuildId(build)
            .build();
    retried(p, "build " + build + " as the current one", () -> p.raw().setWorkerDeploymentCurrentVersion(request));
    reached(p, build);
  }

  /** The workers of a build are known a moment after they poll. */
  private static void retried(Program p, String what, Runnable call) throws Exception {
    p.until(
        what,
        () -> {
          try {
            call.run();
            return true;
          } catch (StatusRuntimeException e) {
            return false;
          }
        });
  }

  /** The routing reaches the task queues a moment later. */
  private static void reached(Program p, String build) throws Exception {
    p.until("a run on build " + build, () -> finished(p.start("main")).equals(build + " then " + build));
  }

  private static String finished(WorkflowStub run) {
    run.signal("go");
    return run.getResult(String.class);
  }
}
