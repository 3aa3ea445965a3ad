package compatibility;

import static compatibility.Program.application;
import static compatibility.Program.causeOf;
import static compatibility.Program.check;
import static compatibility.Program.equal;
import static compatibility.Program.raised;

import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowFailedException;
import io.temporal.common.RetryOptions;
import io.temporal.common.SearchAttributes;
import io.temporal.common.converter.EncodedValues;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.failure.TerminatedFailure;
import io.temporal.failure.TimeoutFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.ChildWorkflowCancellationType;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.ChildWorkflowStub;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Child workflows: results, failures, cancellation types and what becomes of them when the parent closes. */
final class Children {
  static void add(Map<String, Feature> features) {
    features.put(
        "child-result",
        p -> {
          parent(p, options().build());
          p.workflow("child", Children::child);
          var run = p.start("main", "Ada");
          equal(run.getResult(String.class), "Ada of " + run.getExecution().getWorkflowId() + " at 1");
        });
    features.put(
        "child-failure",
        p -> {
          parent(p, options().build());
          p.workflow("child", Children::child);
          var error = raised(WorkflowFailedException.class, () -> p.run(String.class, "main", "fail"));
          causeOf(error, ChildWorkflowFailure.class);
          equal(application(error).getType(), "Naughty");
        });
    features.put(
        "child-timeout",
        p -> {
          parent(p, options().setWorkflowRunTimeout(Duration.ofSeconds(1)).build());
          p.workflow("child", Samples::forever);
          var error = raised(WorkflowFailedException.class, () -> p.run(String.class, "main", ""));
          causeOf(error, TimeoutFailure.class);
        });
    features.put(
        "child-retry",
        p -> {
          RetryOptions policy =
              RetryOptions.newBuilder().setInitialInterval(Duration.ofMillis(10)).setMaximumAttempts(5).build();
          parent(p, options().setRetryOptions(policy).build());
          p.workflow("child", Children::child);
          check(p.run(String.class, "main", "third").endsWith("at 3"), "not the third attempt");
        });
    features.put(
        "child-id-taken",
        p -> {
          p.workflow("child", Samples::forever);
          p.workflow(
              "main",
              args -> {
                try {
                  started(options().setWorkflowId(args.get(0, String.class)).build());
                  return "started";
                } catch (ChildWorkflowFailure e) {
                  return e.getCause() instanceof io.temporal.client.WorkflowExecutionAlreadyStarted
                      ? "taken"
                      : e.getCause().toString();
                }
              });
          var taken = p.start("child");
          equal(p.run(String.class, "main", taken.getExecution().getWorkflowId()), "taken");
          taken.terminate("");
        });
    features.put(
        "child-signal",
        p -> {
          p.workflow("child", Samples::gathers);
          p.workflow(
              "main",
              args -> {
                ChildWorkflowStub child = Workflow.newUntypedChildWorkflowStub("child");
                Promise<?> result = child.executeAsync(List.class, 1);
                child.getExecution().get();
                child.signal("add", 9);
                return result.get();
              });
          equal(p.run(List.class, "main"), List.of(9));
        });
    features.put(
        "child-continues-as-new",
        p -> {
          parent(p, options().build());
          p.workflow("child", Children::child);
          check(p.run(String.class, "main", "againagainAda").startsWith("Ada"), "another end");
        });
    features.put(
        "child-cancel-wait",
        p -> {
          var run = cancelling(p, ChildWorkflowCancellationType.WAIT_CANCELLATION_COMPLETED);
          // Workflow code that was asked to cancel ends cancelled, whatever it returns.
          equal(run.getResult(String.class), "canceled");
          equal(p.count(run, EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_CANCELED), 1L);
        });
    features.put(
        "child-cancel-try",
        p -> {
          var run = cancelling(p, ChildWorkflowCancellationType.TRY_CANCEL);
          equal(run.getResult(String.class), "canceled");
          check(requests(p, run) == 1, "not requested");
        });
    features.put(
        "child-cancel-abandon",
        p -> {
          var run = cancelling(p, ChildWorkflowCancellationType.ABANDON);
          equal(run.getResult(String.class), "canceled");
          check(requests(p, run) == 0, "requested");
        });
    features.put(
        "child-terminated",
        p -> {
          parent(p, options().setWorkflowId(p.id("child")).build());
          p.workflow("child", Samples::forever);
          var run = p.start("main", "");
          p.until(
              "the child",
              () -> {
                try {
                  p.handle(p.id("child")).terminate("by hand");
                  return true;
                } catch (WorkflowException e) {
                  return false; // It has not started yet.
                }
              });
          var error = raised(WorkflowFailedException.class, () -> run.getResult(String.class));
          causeOf(error, TerminatedFailure.class);
        });
    features.put("parent-close-terminate", p -> orphan(p, ParentClosePolicy.PARENT_CLOSE_POLICY_TERMINATE, "TERMINATED"));
    features.put(
        "parent-close-request-cancel", p -> orphan(p, ParentClosePolicy.PARENT_CLOSE_POLICY_REQUEST_CANCEL, "CANCELED"));
    features.put("parent-close-abandon", p -> orphan(p, ParentClosePolicy.PARENT_CLOSE_POLICY_ABANDON, "COMPLETED"));
    features.put(
        "child-properties",
        p -> {
          parent(
              p,
              options()
                  .setWorkflowId(p.id("child"))
                  .setMemo(Map.of("of", "child"))
                  .setStaticSummary("a child")
                  .setTypedSearchAttributes(SearchAttributes.newBuilder().set(Starts.INT, 3L).build())
                  .build());
          p.workflow("child", Samples::atOnce);
          p.run(String.class, "main", "");
          var description = p.handle(p.id("child")).describe();
          equal(description.getTypedSearchAttributes().get(Starts.INT), 3L);
          equal(description.getMemo("of", String.class), "child");
          equal(description.getStaticSummary(), "a child");
        });
  }

  private static ChildWorkflowOptions.Builder options() {
    return ChildWorkflowOptions.newBuilder();
  }

  /** A workflow that runs one child and answers its result. */
  private static void parent(Program p, ChildWorkflowOptions options) {
    p.workflow(
        "main",
        args ->
            Workflow.newUntypedChildWorkflowStub("child", options).execute(String.class, args.get(0, String.class)));
  }

  private static Object child(EncodedValues args) {
    String how = args.get(0, String.class);
    int attempt = Workflow.getInfo().getAttempt();
    if (how.equals("fail")) throw ApplicationFailure.newFailure("no", "Naughty");
    if (how.equals("third") && attempt < 3) throw ApplicationFailure.newFailure("again", "Again");
    if (how.startsWith("again")) Workflow.continueAsNew(how.substring("again".length()));
    return how + " of " + Workflow.getInfo().getParentWorkflowId().orElse("") + " at " + attempt;
  }

  private static Promise<String> started(ChildWorkflowOptions options) {
    ChildWorkflowStub child = Workflow.newUntypedChildWorkflowStub("child", options);
    Promise<String> result = child.executeAsync(String.class);
    child.getExecution().get();
    return result;
  }

  private static io.temporal.client.WorkflowStub cancelling(Program p, ChildWorkflowCancellationType type) {
    p.workflow(
        "child",
        args -> {
          try {
            Workflow.sleep(Duration.ofHours(1));
          } catch (CanceledFailure e) {
            Workflow.newDetachedCancellationScope(() -> Workflow.sleep(500)).run();
          }
          return "cleaned up";
        });
    p.workflow(
        "main",
        args -> {
          Promise<?>[] result = new Promise<?>[1];
          CancellationScope scope =
              Workflow.newCancellationScope(() -> result[0] = started(options().setCancellationType(type).build()));
          scope.run();
          scope.cancel();
          try {
            return result[0].get();
          } catch (ChildWorkflowFailure e) {
            return e.getCause() instanceof CanceledFailure ? "canceled" : e.getCause().toString();
          } catch (CanceledFailure e) {
            return "canceled";
          }
        });
    return p.start("main");
  }

  private static long requests(Program p, io.temporal.client.WorkflowStub run) {
    return p.count(run, EventType.EVENT_TYPE_REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED);
  }

  private static void orphan(Program p, ParentClosePolicy policy, String expected) throws Exception {
    p.register(worker -> worker.registerWorkflowImplementationTypes(Samples.WaitsCode.class));
    p.workflow(
        "main",
        args -> {
          ChildWorkflowStub child =
              Workflow.newUntypedChildWorkflowStub(
                  "Waits", options().setWorkflowId(p.id("child")).setParentClosePolicy(policy).build());
          child.executeAsync(String.class);
          child.getExecution().get();
          return null;
        });
    p.run(Void.class, "main");
    var child = p.handle(p.id("child"));
    if (policy == ParentClosePolicy.PARENT_CLOSE_POLICY_ABANDON) {
      equal(p.status(child), WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING);
      child.signal("go");
    }
    equal(p.closed(child).name(), "WORKFLOW_EXECUTION_STATUS_" + expected);
  }
}
