package compatibility;

import static compatibility.Program.equal;

import io.temporal.activity.ActivityOptions;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.workflowservice.v1.PauseActivityRequest;
import io.temporal.api.workflowservice.v1.PauseWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.ResetActivityRequest;
import io.temporal.api.workflowservice.v1.UnpauseActivityRequest;
import io.temporal.api.workflowservice.v1.UnpauseWorkflowExecutionRequest;
import io.temporal.client.WorkflowStub;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** What operators do: pause and reset activities, pause workflows. */
final class Operators {
  static void add(Map<String, Feature> features) {
    features.put(
        "activity-pause",
        p -> {
          Failing failing = failing(p, Duration.ofMillis(50));
          p.raw()
              .pauseActivity(
                  PauseActivityRequest.newBuilder()
                      .setNamespace(p.namespace)
                      .setExecution(failing.run.getExecution())
                      .setId(failing.activityId)
                      .setReason("look at it")
                      .build());
          p.until("the pause", () -> p.describe(failing.run).getPendingActivities(0).getPaused());
          failing.isMended.set(true);
          p.raw()
              .unpauseActivity(
                  UnpauseActivityRequest.newBuilder()
                      .setNamespace(p.namespace)
                      .setExecution(failing.run.getExecution())
                      .setId(failing.activityId)
                      .build());
          failing.run.getResult(Void.class);
        });
    features.put(
        "activity-reset",
        p -> {
          // The next attempt would be in an hour.
          Failing failing = failing(p, Duration.ofHours(1));
          failing.isMended.set(true);
          p.raw()
              .resetActivity(
                  ResetActivityRequest.newBuilder()
                      .setNamespace(p.namespace)
                      .setExecution(failing.run.getExecution())
                      .setId(failing.activityId)
                      .build());
          failing.run.getResult(Void.class);
        });
    features.put(
        "workflow-pause",
        p -> {
          p.workflow("main", Samples::gathers);
          var run = p.start("main", 1);
          p.firstTaskDone(run);
          String id = run.getExecution().getWorkflowId();
          p.raw()
              .pauseWorkflowExecution(
                  PauseWorkflowExecutionRequest.newBuilder()
                      .setNamespace(p.namespace)
                      .setWorkflowId(id)
                      .setReason("look at it")
                      .setRequestId(p.id("pause"))
                      .build());
          equal(p.status(run), WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_PAUSED);
          run.signal("add", 4);
          p.raw()
              .unpauseWorkflowExecution(
                  UnpauseWorkflowExecutionRequest.newBuilder()
                      .setNamespace(p.namespace)
                      .setWorkflowId(id)
                      .setRequestId(p.id("unpause"))
                      .build());
          equal(run.getResult(List.class), List.of(4));
        });
  }

  private record Failing(WorkflowStub run, String activityId, AtomicBoolean isMended) {}

  /** A run whose activity fails until it is mended. */
  private static Failing failing(Program p, Duration interval) throws Exception {
    AtomicBoolean isMended = new AtomicBoolean();
    ActivityOptions options =
        ActivityOptions.newBuilder()
            .setStartToCloseTimeout(Duration.ofSeconds(30))
            .setRetryOptions(
                RetryOptions.newBuilder().setInitialInterval(interval).setBackoffCoefficient(1).build())
            .build();
    p.workflow("main", args -> Workflow.newUntypedActivityStub(options).execute("fail", Void.class));
    p.activity(
        "fail",
        args -> {
          if (!isMended.get()) throw ApplicationFailure.newFailure("not yet", "NotYet");
          return null;
        });
    WorkflowStub run = p.start("main");
    p.until(
        "a failed attempt",
        () ->
            p.describe(run).getPendingActivitiesCount() == 1
                && p.describe(run).getPendingActivities(0).getAttempt() >= 2);
    return new Failing(run, p.describe(run).getPendingActivities(0).getActivityId(), isMended);
  }
}
