package compatibility;

import static compatibility.Program.application;
import static compatibility.Program.causeOf;
import static compatibility.Program.check;
import static compatibility.Program.equal;
import static compatibility.Program.raised;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.ResetReapplyExcludeType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.workflowservice.v1.ResetWorkflowExecutionRequest;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowStub;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TerminatedFailure;
import io.temporal.failure.TimeoutFailure;
import io.temporal.worker.WorkerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** How runs end and go on: cancel, terminate, timeouts, retries, cron, continue-as-new, resets. */
final class Lifecycle {
  static void add(Map<String, Feature> features) {
    features.put(
        "continue-as-new",
        p -> {
          p.workflow(
              "main",
              args -> {
                int left = args.get(0, Integer.class);
                if (left > 0) Workflow.continueAsNew(left - 1);
                return Workflow.getInfo().getFirstExecutionRunId();
              });
          var run = p.start("main", 3);
          equal(run.getResult(String.class), run.getExecution().getRunId());
          var latest = p.handle(run.getExecution().getWorkflowId()).describe();
          check(!latest.getExecution().getRunId().equals(run.getExecution().getRunId()), "one run only");
        });
    features.put(
        "continue-as-new-keeps-signals",
        p -> {
          p.workflow(
              "main",
              args -> {
                List<Integer> amounts = Samples.gathered(1);
                if (!args.get(0, Boolean.class)) Workflow.continueAsNew(true);
                return amounts;
              });
          var run = p.start("main", false);
          run.signal("add", 1);
          var latest = p.handle(run.getExecution().getWorkflowId());
          p.until(
              "the second run",
              () -> !latest.describe().getExecution().getRunId().equals(run.getExecution().getRunId()));
          latest.signal("add", 2);
          equal(run.getResult(List.class), List.of(2));
        });
    features.put(
        "cancel",
        p -> {
          p.workflow("main", Samples::forever);
          var run = p.start("main");
          run.cancel();
          causeOf(raised(WorkflowFailedException.class, () -> run.getResult(Void.class)), CanceledFailure.class);
          equal(p.status(run), WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED);
        });
    features.put(
        "cancel-cleanup",
        p -> {
          p.workflow(
              "main",
              args -> {
                try {
                  Workflow.sleep(Duration.ofHours(1));
                } catch (CanceledFailure e) {
                  Workflow.newDetachedCancellationScope(() -> Workflow.sleep(50)).run();
                  throw e;
                }
                return null;
              });
          var run = p.start("main");
          p.firstTaskDone(run);
          run.cancel("too late");
          causeOf(raised(WorkflowFailedException.class, () -> run.getResult(Void.class)), CanceledFailure.class);
          equal(p.count(run, EventType.EVENT_TYPE_TIMER_FIRED), 1L);
          var requested = p.event(run, EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CANCEL_REQUESTED);
          equal(requested.getWorkflowExecutionCancelRequestedEventAttributes().getCause(), "too late");
        });
    features.put(
        "terminate",
        p -> {
          p.workflow("main", Samples::forever);
          var run = p.start("main");
          run.terminate("enough", "said", 3);
          causeOf(raised(WorkflowFailedException.class, () -> run.getResult(Void.class)), TerminatedFailure.class);
          var event = p.event(run, EventType.EVENT_TYPE_WORKFLOW_EXECUTION_TERMINATED);
          var attributes = event.getWorkflowExecutionTerminatedEventAttributes();
          equal(attributes.getReason(), "enough");
          equal(attributes.getDetails().getPayloadsCount(), 2);
          raised(
              WorkflowNotFoundException.class,
              () -> {
                run.terminate("twice");
                return null;
              });
        });
    features.put(
        "workflow-failure",
        p -> {
          p.workflow(
              "main",
              args -> {
                var cause = ApplicationFailure.newFailure("the deeper reason", "Deep");
                throw ApplicationFailure.newFailureWithCause("it failed", "Failed", cause, Map.of("code", 7));
              });
          var failure = application(raised(WorkflowFailedException.class, () -> p.run(Void.class, "main")));
          equal(failure.getType(), "Failed");
          equal(failure.getDetails().get(Map.class), Map.of("code", 7));
          equal(application(failure.getCause()).getType(), "Deep");
        });
    features.put(
        "workflow-retry",
        p -> {
          p.workflow(
              "main",
              args -> {
                int attempt = Workflow.getInfo().getAttempt();
                if (attempt < 3) throw ApplicationFailure.newFailure("again", "Again");
                return attempt;
              });
          RetryOptions policy =
              RetryOptions.newBuilder().setInitialInterval(Duration.ofMillis(20)).setMaximumAttempts(5).build();
          equal(p.startWith(options -> options.setRetryOptions(policy), "main").getResult(Integer.class), 3);
        });
    features.put(
        "workflow-run-timeout",
        p -> {
          p.workflow("main", Samples::forever);
          var run = p.startWith(options -> options.setWorkflowRunTimeout(Duration.ofSeconds(1)), "main");
          causeOf(raised(WorkflowFailedException.class, () -> run.getResult(Void.class)), TimeoutFailure.class);
          equal(p.status(run), WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TIMED_OUT);
        });
    features.put(
        "workflow-execution-timeout",
        p -> {
          p.workflow(
              "main",
              args -> {
                Workflow.sleep(300);
                Workflow.continueAsNew();
                return null;
              });
          var run = p.startWith(options -> options.setWorkflowExecutionTimeout(Duration.ofSeconds(2)), "main");
          causeOf(raised(WorkflowFailedException.class, () -> run.getResult(Void.class)), TimeoutFailure.class);
        });
    features.put(
        "workflow-task-timeout",
        p -> {
          // The worker answers too late: the task goes out again.
          AtomicBoolean isSlow = new AtomicBoolean(true);
          p.workflow(
              "main",
              args -> {
                if (isSlow.getAndSet(false)) Thread.sleep(2000);
                return "done";
              });
          p.serve(WorkerOptions.newBuilder().setDefaultDeadlockDetectionTimeout(60_000).build());
          var run = p.startWith(options -> options.setWorkflowTaskTimeout(Duration.ofSeconds(1)), "main");
          equal(run.getResult(String.class), "done");
          check(p.count(run, EventType.EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT) > 0, "no timeout");
        });
    features.put(
        "cron",
        p -> {
          p.workflow(
              "main",
              args -> {
                Integer last = Workflow.getLastCompletionResult(Integer.class);
                return (last == null ? 0 : last) + 1;
              });
          var run = p.startWith(options -> options.setCronSchedule("@every 1s"), "main");
          String id = run.getExecution().getWorkflowId();
          p.until(
              "the third run",
              () -> {
                var started =
                    p.client.fetchHistory(id).getEvents().get(0).getWorkflowExecutionStartedEventAttributes();
                return started.getLastCompletionResult().getPayloadsCount() == 1
                    && started.getLastCompletionResult().getPayloads(0).getData().toStringUtf8().equals("2");
              });
          p.handle(id).terminate("");
        });
    addResets(features);
  }

  private static void addResets(Map<String, Feature> features) {
    features.put(
        "reset",
        p -> {
          p.workflow("main", args -> Workflow.sideEffect(Long.class, System::nanoTime));
          var run = p.start("main");
          long first = run.getResult(Long.class);
          check(reset(p, run, request(p, run, 3)).getResult(Long.class) > first, "the same draw");
        });
    features.put(
        "reset-keeps-signals",
        p -> {
          p.workflow("main", Samples::gathers);
          var run = p.start("main", 1);
          run.signal("add", 3);
          run.getResult(List.class);
          long first = p.event(run, EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED).getEventId();
          equal(reset(p, run, request(p, run, first)).getResult(List.class), List.of(3));
        });
    features.put(
        "reset-drops-signals",
        p -> {
          p.workflow("main", Samples::gathers);
          var run = p.start("main", 1);
          p.firstTaskDone(run);
          run.signal("add", 3);
          run.getResult(List.class);
          var request = request(p, run, 4);
          request.addResetReapplyExcludeTypes(ResetReapplyExcludeType.RESET_REAPPLY_EXCLUDE_TYPE_SIGNAL);
          var again = reset(p, run, request);
          again.signal("add", 4);
          equal(again.getResult(List.class), List.of(4));
        });
    features.put(
        "reset-invalid-point",
        p -> {
          p.workflow("main", Samples::atOnce);
          var run = p.start("main");
          run.getResult(String.class);
          var error = raised(StatusRuntimeException.class, () -> reset(p, run, request(p, run, 2)));
          equal(error.getStatus().getCode(), Status.Code.INVALID_ARGUMENT);
        });
  }

  private static ResetWorkflowExecutionRequest.Builder request(Program p, WorkflowStub run, long eventId) {
    return ResetWorkflowExecutionRequest.newBuilder()
        .setNamespace(p.namespace)
        .setWorkflowExecution(run.getExecution())
        .setReason("try again")
        .setRequestId(p.id("reset"))
        .setWorkflowTaskFinishEventId(eventId);
  }

  private static WorkflowStub reset(Program p, WorkflowStub run, ResetWorkflowExecutionRequest.Builder request) {
    String runId = p.raw().resetWorkflowExecution(request.build()).getRunId();
    WorkflowExecution execution =
        WorkflowExecution.newBuilder().setWorkflowId(run.getExecution().getWorkflowId()).setRunId(runId).build();
    return p.client.newUntypedWorkflowStub(execution, Optional.empty());
  }
}
