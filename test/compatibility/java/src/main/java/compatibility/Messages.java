package compatibility;

import static compatibility.Program.causeOf;
import static compatibility.Program.check;
import static compatibility.Program.equal;
import static compatibility.Program.raised;

import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.QueryRejectCondition;
import io.temporal.api.query.v1.WorkflowQuery;
import io.temporal.api.workflowservice.v1.QueryWorkflowRequest;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowQueryConditionallyRejectedException;
import io.temporal.client.WorkflowQueryException;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancelExternalWorkflowException;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.DynamicQueryHandler;
import io.temporal.workflow.DynamicSignalHandler;
import io.temporal.workflow.Promise;
import io.temporal.workflow.SignalExternalWorkflowException;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Timers, signals and queries. */
final class Messages {
  static void add(Map<String, Feature> features) {
    addTimers(features);
    addSignals(features);
    addQueries(features);
  }

  private static void addTimers(Map<String, Feature> features) {
    features.put(
        "timer",
        p -> {
          p.workflow(
              "main",
              args -> {
                long before = Workflow.currentTimeMillis();
                Workflow.sleep(1100);
                return Workflow.currentTimeMillis() - before;
              });
          check(p.run(Long.class, "main") >= 1090, "it did not sleep");
        });
    features.put(
        "timer-cancel",
        p -> {
          p.workflow(
              "main",
              args -> {
                Promise<?>[] timer = new Promise<?>[1];
                CancellationScope scope =
                    Workflow.newCancellationScope(() -> timer[0] = Workflow.newTimer(Duration.ofHours(1)));
                scope.run();
                Workflow.sleep(100);
                scope.cancel();
                try {
                  timer[0].get();
                  return false;
                } catch (CanceledFailure e) {
                  return true;
                }
              });
          var run = p.start("main");
          equal(run.getResult(Boolean.class), true);
          check(p.count(run, EventType.EVENT_TYPE_TIMER_CANCELED) == 1, "no cancelled timer");
        });
    features.put(
        "timer-summary",
        p -> {
          p.workflow(
              "main",
              args -> {
                TimerOptions options = TimerOptions.newBuilder().setSummary("a short nap").build();
                Workflow.newTimer(Duration.ofMillis(10), options).get();
                return null;
              });
          var run = p.start("main");
          run.getResult(Void.class);
          var summary = p.event(run, EventType.EVENT_TYPE_TIMER_STARTED).getUserMetadata().getSummary();
          equal(summary.getData().toStringUtf8(), "\"a short nap\"");
        });
    features.put(
        "condition-timeout",
        p -> {
          p.workflow("main", args -> Workflow.await(Duration.ofMillis(200), () -> false));
          equal(p.run(Boolean.class, "main"), false);
        });
  }

  private static void addSignals(Map<String, Feature> features) {
    features.put(
        "signal",
        p -> {
          p.workflow("main", Samples::gathers);
          var run = p.start("main", 3);
          for (int amount : List.of(1, 2, 4)) run.signal("add", amount);
          equal(run.getResult(List.class), List.of(1, 2, 4));
        });
    features.put(
        "signal-before-worker",
        p -> {
          p.workflow("main", Samples::gathers);
          var run = p.stub(options -> {}, "main");
          run.start(2);
          run.signal("add", 1);
          run.signal("add", 2);
          p.serve();
          equal(run.getResult(List.class), List.of(1, 2));
        });
    features.put(
        "signal-with-start",
        p -> {
          p.workflow("main", Samples::gathers);
          p.serve();
          var first = p.stub(options -> options.setWorkflowId(p.id("one")), "main");
          var second = p.stub(options -> options.setWorkflowId(p.id("one")), "main");
          first.signalWithStart("add", new Object[] {1}, new Object[] {2});
          second.signalWithStart("add", new Object[] {2}, new Object[] {2});
          equal(first.getExecution(), second.getExecution());
          equal(second.getResult(List.class), List.of(1, 2));
        });
    features.put(
        "signal-closed",
        p -> {
          p.workflow("main", Samples::atOnce);
          var run = p.start("main");
          run.getResult(String.class);
          raised(
              WorkflowNotFoundException.class,
              () -> {
                run.signal("add", 1);
                return null;
              });
        });
    features.put(
        "signal-external",
        p -> {
          reaching(p);
          p.workflow("main", Samples::gathers);
          var run = p.start("main", 1);
          equal(p.run(String.class, "reach", run.getExecution().getWorkflowId(), "add"), "reached");
          equal(run.getResult(List.class), List.of(5));
        });
    features.put(
        "signal-external-missing",
        p -> {
          reaching(p);
          equal(p.run(String.class, "reach", p.id("nobody"), "add"), "not signalled");
        });
    features.put(
        "cancel-external",
        p -> {
          reaching(p);
          p.workflow("main", Samples::forever);
          var run = p.start("main");
          equal(p.run(String.class, "reach", run.getExecution().getWorkflowId(), "cancel"), "reached");
          causeOf(raised(WorkflowFailedException.class, () -> run.getResult(Void.class)), CanceledFailure.class);
        });
    features.put(
        "cancel-external-missing",
        p -> {
          reaching(p);
          equal(p.run(String.class, "reach", p.id("nobody"), "cancel"), "not cancelled");
        });
  }

  /** A workflow that signals or cancels another. */
  private static void reaching(Program p) {
    p.workflow(
        "reach",
        args -> {
          var other = Workflow.newUntypedExternalWorkflowStub(args.get(0, String.class));
          String what = args.get(1, String.class);
          try {
            if (what.equals("cancel")) other.cancel();
            else other.signal(what, 5);
            return "reached";
          } catch (SignalExternalWorkflowException | ApplicationFailure e) {
            return "not signalled";
          } catch (CancelExternalWorkflowException e) {
            return "not cancelled";
          }
        });
  }

  private static void addQueries(Map<String, Feature> features) {
    features.put(
        "query-open",
        p -> {
          var run = waiting(p);
          equal(run.query("state", String.class), "waiting");
          run.signal("go");
          run.getResult(String.class);
        });
    features.put(
        "query-after-signal",
        p -> {
          // A query sees every signal that was accepted before it.
          p.workflow(
              "main",
              args -> {
                int[] total = {0};
                DynamicQueryHandler tell = (name, values) -> total[0];
                DynamicSignalHandler add = (name, values) -> total[0] += values.get(0, Integer.class);
                Workflow.registerListener(tell);
                Workflow.registerListener(add);
                Workflow.await(() -> total[0] >= 55);
                return total[0];
              });
          var run = p.start("main");
          for (int amount = 1; amount <= 10; amount++) {
            run.signal("add", amount);
            equal(run.query("total", Integer.class), amount * (amount + 1) / 2);
          }
          equal(run.getResult(Integer.class), 55);
        });
    features.put(
        "query-closed",
        p -> {
          var run = waiting(p);
          run.signal("go");
          run.getResult(String.class);
          equal(run.query("state", String.class), "done");
        });
    features.put(
        "query-failing",
        p -> {
          var run = waiting(p);
          var error = raised(WorkflowQueryException.class, () -> run.query("broken", String.class));
          check(error.getCause().getMessage().contains("it is broken"), error.getCause().getMessage());
          run.terminate("");
        });
    features.put(
        "query-unknown",
        p -> {
          var run = waiting(p);
          raised(WorkflowQueryException.class, () -> run.query("no such query", String.class));
          run.terminate("");
        });
    features.put(
        "query-rejected",
        p -> {
          p.client =
              p.clientWith(
                  options -> options.setQueryRejectCondition(QueryRejectCondition.QUERY_REJECT_CONDITION_NOT_OPEN));
          var run = waiting(p);
          run.terminate("enough");
          raised(WorkflowQueryConditionallyRejectedException.class, () -> run.query("state", String.class));
        });
    features.put(
        "query-stack-trace",
        p -> {
          var run = waiting(p);
          check(run.query("__stack_trace", String.class).contains("WaitsCode"), "no line of the workflow");
          run.terminate("");
        });
    features.put(
        "query-no-worker",
        p -> {
          var run = p.stub(options -> {}, "main");
          run.start();
          var request =
              QueryWorkflowRequest.newBuilder()
                  .setNamespace(p.namespace)
                  .setExecution(run.getExecution())
                  .setQuery(WorkflowQuery.newBuilder().setQueryType("state"))
                  .build();
          raised(
              StatusRuntimeException.class,
              () -> p.raw().withDeadlineAfter(12, TimeUnit.SECONDS).queryWorkflow(request));
          run.terminate("nobody works here");
        });
  }

  private static io.temporal.client.WorkflowStub waiting(Program p) {
    p.register(worker -> worker.registerWorkflowImplementationTypes(Samples.WaitsCode.class));
    return p.start("Waits");
  }
}
