package compatibility;

import static compatibility.Program.application;
import static compatibility.Program.causeOf;
import static compatibility.Program.check;
import static compatibility.Program.equal;
import static compatibility.Program.raised;

import io.temporal.activity.Activity;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowFailedException;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TimeoutFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Map;

/** Local activities: markers instead of events, retries by timer, and workflow tasks kept alive by heartbeats. */
final class LocalActivities {
  static void add(Map<String, Feature> features) {
    features.put(
        "local-activity",
        p -> {
          locally(p, 10_000, 10, 1, args -> "near");
          var run = p.start("main");
          equal(run.getResult(String.class), "near");
          check(p.count(run, EventType.EVENT_TYPE_MARKER_RECORDED) > 0, "no marker");
          check(p.count(run, EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED) == 0, "a remote activity");
        });
    features.put(
        "local-activity-retry",
        p -> {
          locally(p, 10_000, 1, 5, args -> failsTwice());
          equal(p.run(String.class, "main"), "at last");
        });
    features.put(
        "local-activity-retry-by-timer",
        p -> {
          // A wait longer than the threshold becomes a timer of the server.
          locally(p, 10_000, 1500, 5, args -> failsTwice());
          var run = p.start("main");
          equal(run.getResult(String.class), "at last");
          check(p.count(run, EventType.EVENT_TYPE_TIMER_FIRED) > 0, "no timer");
        });
    features.put(
        "local-activity-long",
        p -> {
          // Longer than the workflow task's timeout: the worker completes the task and asks for a new one, again and again.
          locally(
              p,
              30_000,
              10,
              1,
              args -> {
                Thread.sleep(5000);
                return "slow";
              });
          var run = p.startWith(options -> options.setWorkflowTaskTimeout(Duration.ofSeconds(2)), "main");
          equal(run.getResult(String.class), "slow");
          check(p.count(run, EventType.EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT) == 0, "a task timed out");
          check(p.count(run, EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED) > 2, "no heartbeats");
        });
    features.put(
        "local-activity-timeout",
        p -> {
          locally(
              p,
              300,
              10,
              1,
              args -> {
                Thread.sleep(3000);
                return null;
              });
          causeOf(raised(WorkflowFailedException.class, () -> p.run(Void.class, "main")), TimeoutFailure.class);
        });
    features.put(
        "local-activity-failure",
        p -> {
          locally(
              p,
              10_000,
              10,
              1,
              args -> {
                throw ApplicationFailure.newNonRetryableFailure("no", "Refused");
              });
          var error = raised(WorkflowFailedException.class, () -> p.run(Void.class, "main"));
          equal(application(error).getType(), "Refused");
        });
  }

  private static void locally(Program p, long timeoutMs, long intervalMs, int attempts, Program.Code code) {
    LocalActivityOptions options =
        LocalActivityOptions.newBuilder()
            .setStartToCloseTimeout(Duration.ofMillis(timeoutMs))
            .setLocalRetryThreshold(Duration.ofSeconds(1))
            .setRetryOptions(
                RetryOptions.newBuilder()
                    .setInitialInterval(Duration.ofMillis(intervalMs))
                    .setBackoffCoefficient(1)
                    .setMaximumAttempts(attempts)
                    .build())
            .build();
    p.workflow("main", args -> Workflow.newUntypedLocalActivityStub(options).execute("local", String.class));
    p.activity("local", code);
  }

  private static String failsTwice() {
    if (Activity.getExecutionContext().getInfo().getAttempt() < 3) {
      throw ApplicationFailure.newFailure("not yet", "NotYet");
    }
    return "at last";
  }
}
