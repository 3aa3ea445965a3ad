package compatibility;

import static compatibility.Program.SHORT;
import static compatibility.Program.check;
import static compatibility.Program.equal;
import static compatibility.Program.raised;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.HistoryEventFilterType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryReverseRequest;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** What makes replays the same: versions, side effects, histories and the replayer. */
final class Determinism {
  static void add(Map<String, Feature> features) {
    features.put(
        "patch",
        p -> {
          p.workflow(
              "main",
              args -> {
                int version = Workflow.getVersion("change", Workflow.DEFAULT_VERSION, 2);
                Workflow.sleep(10);
                if (Workflow.getVersion("change", Workflow.DEFAULT_VERSION, 2) != version) {
                  throw ApplicationFailure.newFailure("the version changed", "Changed");
                }
                return version;
              });
          p.serve();
          var run = p.start("main");
          equal(run.getResult(Integer.class), 2);
          equal(p.count(run, EventType.EVENT_TYPE_MARKER_RECORDED), 1L);
        });
    features.put(
        "patch-old-run",
        p -> {
          p.workflow("main", Samples::gathers);
          var first = p.serve();
          var run = p.start("main", 1);
          p.firstTaskDone(run);
          Program.stop(first);
          p.workflow(
              "main",
              args -> {
                if (Workflow.getVersion("extra sleep", Workflow.DEFAULT_VERSION, 1) == 1) {
                  Workflow.sleep(Duration.ofHours(1));
                }
                return Samples.gathers(args);
              });
          p.serve();
          run.signal("add", 8);
          equal(run.getResult(List.class), List.of(8));
        });
    features.put(
        "side-effect",
        p -> {
          p.workflow(
              "main",
              args -> {
                long first = Workflow.sideEffect(Long.class, System::nanoTime);
                Workflow.sleep(10);
                return first < Workflow.sideEffect(Long.class, System::nanoTime);
              });
          var run = p.start("main");
          equal(run.getResult(Boolean.class), true);
          equal(p.count(run, EventType.EVENT_TYPE_MARKER_RECORDED), 2L);
        });
    features.put(
        "mutable-side-effect",
        p -> {
          p.workflow(
              "main",
              args -> {
                List<Integer> seen = new ArrayList<>();
                for (int value : new int[] {1, 1, 2, 2}) {
                  seen.add(Workflow.mutableSideEffect("setting", Integer.class, (a, b) -> !a.equals(b), () -> value));
                }
                return seen;
              });
          var run = p.start("main");
          equal(run.getResult(List.class), List.of(1, 1, 2, 2));
          equal(p.count(run, EventType.EVENT_TYPE_MARKER_RECORDED), 2L);
        });
    features.put(
        "workflow-info",
        p -> {
          p.workflow(
              "main",
              args -> {
                var info = Workflow.getInfo();
                return String.join(
                    " ",
                    info.getTaskQueue(),
                    String.valueOf(info.getAttempt()),
                    String.valueOf(info.getWorkflowRunTimeout().getSeconds()),
                    String.valueOf(info.getHistorySize() > 0),
                    String.valueOf(info.getHistoryLength()),
                    String.valueOf(info.isContinueAsNewSuggested()));
              });
          var run = p.startWith(options -> options.setWorkflowRunTimeout(Duration.ofMinutes(1)), "main");
          equal(run.getResult(String.class), p.queue + " 1 60 true 3 false");
        });
    addHistories(features);
  }

  private static void addHistories(Map<String, Feature> features) {
    features.put(
        "history-download",
        p -> {
          var run = replayable(p);
          List<Long> ids = p.events(run).stream().map(HistoryEvent::getEventId).toList();
          equal(ids, LongStream.rangeClosed(1, ids.size()).boxed().toList());
          var info = p.describe(run).getWorkflowExecutionInfo();
          equal(info.getHistoryLength(), (long) ids.size());
          check(info.getHistorySizeBytes() > 0, "no size");
        });
    features.put(
        "history-pages",
        p -> {
          var run = replayable(p);
          var request = history(p, run).setMaximumPageSize(3);
          int seen = 0;
          while (true) {
            var page = p.raw().getWorkflowExecutionHistory(request.build());
            seen += page.getHistory().getEventsCount();
            if (page.getNextPageToken().isEmpty()) break;
            request.setNextPageToken(page.getNextPageToken());
          }
          equal(seen, p.events(run).size());
        });
    features.put(
        "history-reverse",
        p -> {
          var run = replayable(p);
          var page =
              p.raw()
                  .getWorkflowExecutionHistoryReverse(
                      GetWorkflowExecutionHistoryReverseRequest.newBuilder()
                          .setNamespace(p.namespace)
                          .setExecution(run.getExecution())
                          .build());
          var events = page.getHistory().getEventsList();
          equal(events.get(0).getEventId(), (long) events.size());
          equal(events.get(events.size() - 1).getEventId(), 1L);
        });
    features.put(
        "history-close-event",
        p -> {
          p.workflow("main", Samples::gathers);
          var run = p.start("main", 1);
          run.signal("add", 1);
          var request =
              history(p, run)
                  .setWaitNewEvent(true)
                  .setHistoryEventFilterType(HistoryEventFilterType.HISTORY_EVENT_FILTER_TYPE_CLOSE_EVENT);
          p.until(
              "the closing event",
              () -> {
                var page = p.raw().getWorkflowExecutionHistory(request.build());
                if (!page.getNextPageToken().isEmpty()) request.setNextPageToken(page.getNextPageToken());
                return page.getHistory().getEventsCount() == 1
                    && page.getHistory().getEvents(0).hasWorkflowExecutionCompletedEventAttributes();
              });
        });
    features.put("replay", p -> replayed(p, replayable(p), ReplayableCode.class));
    features.put(
        "replay-divergence",
        p -> {
          var run = replayable(p);
          raised(
              Throwable.class,
              () -> {
                replayed(p, run, DivergingCode.class);
                return null;
              });
        });
  }

  private static GetWorkflowExecutionHistoryRequest.Builder history(Program p, WorkflowStub run) {
    return GetWorkflowExecutionHistoryRequest.newBuilder().setNamespace(p.namespace).setExecution(run.getExecution());
  }

  @WorkflowInterface
  public interface Replayable {
    @WorkflowMethod
    String run();
  }

  public static final class ReplayableCode implements Replayable {
    @Override
    public String run() {
      Workflow.sleep(10);
      return Workflow.newUntypedActivityStub(SHORT).execute("greet", String.class);
    }
  }

  public static final class DivergingCode implements Replayable {
    @Override
    public String run() {
      return Workflow.newUntypedActivityStub(SHORT).execute("greet", String.class);
    }
  }

  /** A closed run with a timer and an activity. */
  private static WorkflowStub replayable(Program p) {
    p.register(worker -> worker.registerWorkflowImplementationTypes(ReplayableCode.class));
    p.activity("greet", args -> "Hello");
    WorkflowStub run = p.start("Replayable");
    run.getResult(String.class);
    return run;
  }

  /** Takes the way of a user: the history as JSON, read again and replayed. */
  private static void replayed(Program p, WorkflowStub run, Class<?> code) throws Exception {
    WorkflowExecution execution = run.getExecution();
    String text = p.client.fetchHistory(execution.getWorkflowId(), execution.getRunId()).toJson(true);
    WorkflowReplayer.replayWorkflowExecution(text, code);
  }
}
