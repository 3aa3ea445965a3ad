package compatibility;

import static compatibility.Program.SHORT;
import static compatibility.Program.application;
import static compatibility.Program.causeOf;
import static compatibility.Program.check;
import static compatibility.Program.equal;
import static compatibility.Program.raised;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.TimeoutType;
import io.temporal.client.ActivityCanceledException;
import io.temporal.client.ActivityCompletionException;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.common.RetryOptions;
import io.temporal.common.converter.EncodedValues;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TimeoutFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How activities end otherwise: timeouts, heartbeats, cancellation, completion by somebody else. */
final class ActivityEnds {
  private static final RetryOptions NO_RETRY = RetryOptions.newBuilder().setMaximumAttempts(1).build();

  static void add(Map<String, Feature> features) {
    features.put(
        "activity-timeout-start-to-close",
        p -> {
          var failure = timedOut(p, options().setStartToCloseTimeout(Duration.ofSeconds(1)).build());
          equal(failure.getTimeoutType(), TimeoutType.TIMEOUT_TYPE_START_TO_CLOSE);
        });
    features.put(
        "activity-timeout-schedule-to-start",
        p -> {
          var failure =
              timedOut(
                  p,
                  options()
                      .setTaskQueue(p.queue + "-nobody")
                      .setScheduleToStartTimeout(Duration.ofSeconds(1))
                      .setStartToCloseTimeout(Duration.ofMinutes(1))
                      .build());
          equal(failure.getTimeoutType(), TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_START);
        });
    features.put(
        "activity-timeout-schedule-to-close",
        p -> {
          var failure = timedOut(p, options().setScheduleToCloseTimeout(Duration.ofSeconds(1)).build());
          // The attempt's own timeout is cut to the same moment: either may be told.
          check(
              List.of(TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_CLOSE, TimeoutType.TIMEOUT_TYPE_START_TO_CLOSE)
                  .contains(failure.getTimeoutType()),
              failure.getTimeoutType().toString());
        });
    features.put(
        "activity-timeout-heartbeat",
        p -> {
          var failure =
              timedOut(
                  p,
                  options()
                      .setHeartbeatTimeout(Duration.ofSeconds(1))
                      .setStartToCloseTimeout(Duration.ofMinutes(1))
                      .build());
          equal(failure.getTimeoutType(), TimeoutType.TIMEOUT_TYPE_HEARTBEAT);
          equal(failure.getLastHeartbeatDetails().get(String.class), "last words");
        });
    features.put(
        "activity-heartbeat-resume",
        p -> {
          p.workflow("main", args -> Workflow.newUntypedActivityStub(SHORT).execute("count", Integer.class));
          p.activity(
              "count",
              args -> {
                var context = Activity.getExecutionContext();
                Optional<Integer> from = context.getHeartbeatDetails(Integer.class);
                if (from.isPresent()) return from.get();
                context.heartbeat(42);
                throw ApplicationFailure.newFailure("dies halfway", "Halfway");
              });
          equal(p.run(Integer.class, "main"), 42);
        });
    features.put(
        "activity-heartbeat-described",
        p -> {
          CountDownLatch done = new CountDownLatch(1);
          p.workflow("main", args -> Workflow.newUntypedActivityStub(SHORT).execute("beat", Void.class));
          p.activity(
              "beat",
              args -> {
                Activity.getExecutionContext().heartbeat("at 7");
                done.await();
                return null;
              });
          var run = p.start("main");
          p.until(
              "heartbeat details",
              () -> {
                var pending = p.describe(run).getPendingActivitiesList();
                return pending.size() == 1
                    && pending.get(0).getHeartbeatDetails().getPayloadsCount() == 1
                    && pending.get(0).getHeartbeatDetails().getPayloads(0).getData().toStringUtf8().equals("\"at 7\"");
              });
          done.countDown();
          run.getResult(Void.class);
        });
    features.put(
        "activity-cancel-try",
        p -> {
          var run = cancelled(p, ActivityCancellationType.TRY_CANCEL, false);
          equal(run.getResult(String.class), "canceled");
          check(p.count(run, EventType.EVENT_TYPE_ACTIVITY_TASK_CANCEL_REQUESTED) == 1, "not requested");
        });
    features.put(
        "activity-cancel-wait",
        p -> {
          var run = cancelled(p, ActivityCancellationType.WAIT_CANCELLATION_COMPLETED, false);
          equal(run.getResult(String.class), "canceled");
          check(p.count(run, EventType.EVENT_TYPE_ACTIVITY_TASK_CANCELED) == 1, "not cancelled");
        });
    features.put(
        "activity-cancel-abandon",
        p -> {
          var run = cancelled(p, ActivityCancellationType.ABANDON, false);
          equal(run.getResult(String.class), "canceled");
          check(p.count(run, EventType.EVENT_TYPE_ACTIVITY_TASK_CANCEL_REQUESTED) == 0, "requested");
        });
    features.put(
        "activity-cancel-ignored",
        p -> {
          var run = cancelled(p, ActivityCancellationType.WAIT_CANCELLATION_COMPLETED, true);
          equal(run.getResult(String.class), "finished anyway");
        });
    features.put(
        "activity-async-by-token",
        p -> {
          Outside outside = outside(p);
          var completion = p.client.newActivityCompletionClient();
          completion.heartbeat(outside.token, "still here");
          completion.complete(outside.token, "from outside");
          equal(outside.run.getResult(String.class), "from outside");
          raised(
              ActivityCompletionException.class,
              () -> {
                completion.complete(outside.token, "twice");
                return null;
              });
        });
    features.put(
        "activity-async-by-id",
        p -> {
          Outside outside = outside(p);
          var completion = p.client.newActivityCompletionClient();
          String workflowId = outside.run.getExecution().getWorkflowId();
          completion.heartbeat(workflowId, Optional.empty(), outside.activityId, "still here");
          completion.complete(workflowId, Optional.empty(), outside.activityId, "by its id");
          equal(outside.run.getResult(String.class), "by its id");
        });
    features.put(
        "activity-async-failure",
        p -> {
          Outside outside = outside(p);
          p.client
              .newActivityCompletionClient()
              .completeExceptionally(outside.token, ApplicationFailure.newNonRetryableFailure("refused", "Refused"));
          var error = raised(WorkflowFailedException.class, () -> outside.run.getResult(String.class));
          equal(application(error).getType(), "Refused");
        });
    features.put(
        "activity-async-cancel",
        p -> {
          Outside outside = outside(p);
          var completion = p.client.newActivityCompletionClient();
          outside.run.cancel();
          p.until(
              "the request to cancel",
              () -> {
                try {
                  completion.heartbeat(outside.token, null);
                  return false;
                } catch (ActivityCompletionException e) {
                  return causeOf(e, ActivityCanceledException.class) != null;
                }
              });
          completion.reportCancellation(outside.token, "gave up");
          // Workflow code that was asked to cancel ends cancelled, whatever it returns.
          var error = raised(WorkflowFailedException.class, () -> outside.run.getResult(String.class));
          causeOf(error, CanceledFailure.class);
          equal(p.count(outside.run, EventType.EVENT_TYPE_ACTIVITY_TASK_CANCELED), 1L);
        });
  }

  private static ActivityOptions.Builder options() {
    return ActivityOptions.newBuilder().setRetryOptions(NO_RETRY);
  }

  private static TimeoutFailure timedOut(Program p, ActivityOptions options) {
    p.workflow("main", args -> Workflow.newUntypedActivityStub(options).execute("hang", Void.class));
    p.activity(
        "hang",
        args -> {
          Activity.getExecutionContext().heartbeat("last words");
          Thread.sleep(TimeUnit.HOURS.toMillis(1));
          return null;
        });
    return causeOf(raised(WorkflowFailedException.class, () -> p.run(Void.class, "main")), TimeoutFailure.class);
  }

  private static WorkflowStub cancelled(Program p, ActivityCancellationType type, boolean isIgnored) {
    ActivityOptions options =
        options()
            .setStartToCloseTimeout(Duration.ofSeconds(30))
            .setHeartbeatTimeout(Duration.ofSeconds(3))
            .setCancellationType(type)
            .build();
    p.workflow("main", args -> cancelsActivity(options));
    p.activity(
        "linger",
        args -> {
          try {
            while (true) {
              Activity.getExecutionContext().heartbeat(null);
              Thread.sleep(20);
            }
          } catch (ActivityCanceledException e) {
            if (isIgnored) return "finished anyway";
            throw e;
          }
        });
    return p.start("main");
  }

  private static String cancelsActivity(ActivityOptions options) {
    Promise<?>[] work = new Promise<?>[1];
    CancellationScope scope =
        Workflow.newCancellationScope(
            () -> work[0] = Workflow.newUntypedActivityStub(options).executeAsync("linger", String.class));
    scope.run();
    Workflow.sleep(500);
    scope.cancel();
    try {
      return (String) work[0].get();
    } catch (ActivityFailure e) {
      if (e.getCause() instanceof CanceledFailure) return "canceled";
      throw e;
    }
  }

  /** A run whose activity waits for its completion by somebody else. */
  private record Outside(WorkflowStub run, byte[] token, String activityId) {}

  private static Outside outside(Program p) throws Exception {
    CompletableFuture<byte[]> token = new CompletableFuture<>();
    CompletableFuture<String> activityId = new CompletableFuture<>();
    p.workflow("main", ActivityEnds::waitsForOutside);
    p.activity(
        "pending",
        args -> {
          var context = Activity.getExecutionContext();
          activityId.complete(context.getInfo().getActivityId());
          token.complete(context.getTaskToken());
          context.doNotCompleteOnReturn();
          return null;
        });
    WorkflowStub run = p.start("main");
    return new Outside(run, token.get(), activityId.get());
  }

  private static Object waitsForOutside(EncodedValues args) {
    ActivityOptions options =
        options()
            .setStartToCloseTimeout(Duration.ofMinutes(1))
            .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
            .build();
    try {
      return Workflow.newUntypedActivityStub(options).execute("pending", String.class);
    } catch (ActivityFailure e) {
      if (e.getCause() instanceof CanceledFailure) return "canceled";
      throw e;
    }
  }
}
