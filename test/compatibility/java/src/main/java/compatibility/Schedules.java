package compatibility;

import static compatibility.Program.check;
import static compatibility.Program.equal;
import static compatibility.Program.raised;

import io.temporal.api.enums.v1.ScheduleOverlapPolicy;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.schedules.Schedule;
import io.temporal.client.schedules.ScheduleActionExecutionStartWorkflow;
import io.temporal.client.schedules.ScheduleActionResult;
import io.temporal.client.schedules.ScheduleActionStartWorkflow;
import io.temporal.client.schedules.ScheduleAlreadyRunningException;
import io.temporal.client.schedules.ScheduleBackfill;
import io.temporal.client.schedules.ScheduleCalendarSpec;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleClientOptions;
import io.temporal.client.schedules.ScheduleException;
import io.temporal.client.schedules.ScheduleHandle;
import io.temporal.client.schedules.ScheduleIntervalSpec;
import io.temporal.client.schedules.ScheduleOptions;
import io.temporal.client.schedules.SchedulePolicy;
import io.temporal.client.schedules.ScheduleRange;
import io.temporal.client.schedules.ScheduleSpec;
import io.temporal.client.schedules.ScheduleState;
import io.temporal.client.schedules.ScheduleUpdate;
import io.temporal.common.SearchAttributes;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Schedules: their life, what they start, and what they do when the last run is still open. */
final class Schedules {
  private static final ScheduleSpec DAILY = every(Duration.ofDays(1));
  private static final ScheduleState PAUSED = ScheduleState.newBuilder().setPaused(true).build();

  static void add(Map<String, Feature> features) {
    addLife(features);
    addActions(features);
    addOverlaps(features);
  }

  private static void addLife(Map<String, Feature> features) {
    features.put(
        "schedule-create-describe",
        p -> {
          ScheduleSpec spec =
              ScheduleSpec.newBuilder()
                  .setIntervals(List.of(new ScheduleIntervalSpec(Duration.ofHours(1), Duration.ofMinutes(7))))
                  .setCalendars(
                      List.of(ScheduleCalendarSpec.newBuilder().setHour(List.of(new ScheduleRange(9, 17, 2))).build()))
                  .setTimeZoneName("Europe/Paris")
                  .build();
          ScheduleState state = ScheduleState.newBuilder().setPaused(true).setNote("not yet").build();
          ScheduleOptions options =
              ScheduleOptions.newBuilder()
                  .setMemo(Map.of("team", "red"))
                  .setTypedSearchAttributes(SearchAttributes.newBuilder().set(Starts.KEYWORD, p.queue).build())
                  .build();
          var description = scheduled(p, schedule(p).setSpec(spec).setState(state), options).describe();
          var described = description.getSchedule().getSpec();
          equal(described.getIntervals().get(0).getEvery(), Duration.ofHours(1));
          equal(described.getIntervals().get(0).getOffset(), Duration.ofMinutes(7));
          equal(described.getCalendars().get(0).getHour().get(0), new ScheduleRange(9, 17, 2));
          equal(described.getTimeZoneName(), "Europe/Paris");
          equal(description.getSchedule().getState().getNote(), "not yet");
          equal(description.getMemo("team", String.class), "red");
          equal(description.getTypedSearchAttributes().get(Starts.KEYWORD), p.queue);
          check(!description.getInfo().getNextActionTimes().isEmpty(), "no next times");
        });
    features.put(
        "schedule-list",
        p -> {
          ScheduleOptions options =
              ScheduleOptions.newBuilder()
                  .setTypedSearchAttributes(SearchAttributes.newBuilder().set(Starts.KEYWORD, p.queue).build())
                  .build();
          scheduled(p, schedule(p).setState(PAUSED), options);
          p.until(
              "the schedule in the list",
              () ->
                  clientOf(p)
                      .listSchedules("ContractKeyword = '" + p.queue + "'", 10)
                      .anyMatch(entry -> entry.getScheduleId().equals(p.id("schedule"))));
        });
    features.put(
        "schedule-pause",
        p -> {
          var handle = scheduled(p, schedule(p));
          handle.pause("stop");
          var state = handle.describe().getSchedule().getState();
          equal(state.isPaused() + state.getNote(), "truestop");
          handle.unpause("go on");
          state = handle.describe().getSchedule().getState();
          equal(state.isPaused() + state.getNote(), "falsego on");
        });
    features.put(
        "schedule-update",
        p -> {
          var handle = scheduled(p, schedule(p).setState(PAUSED));
          handle.update(
              given ->
                  new ScheduleUpdate(
                      Schedule.newBuilder(given.getDescription().getSchedule())
                          .setSpec(every(Duration.ofHours(3)))
                          .setPolicy(
                              SchedulePolicy.newBuilder()
                                  .setOverlap(ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_BUFFER_ALL)
                                  .build())
                          .build()));
          var description = handle.describe();
          equal(description.getSchedule().getSpec().getIntervals().get(0).getEvery(), Duration.ofHours(3));
          equal(
              description.getSchedule().getPolicy().getOverlap(),
              ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_BUFFER_ALL);
          check(description.getInfo().getLastUpdatedAt() != null, "no time of the update");
        });
    features.put(
        "schedule-cron",
        p -> {
          ScheduleSpec spec = ScheduleSpec.newBuilder().setCronExpressions(List.of("30 12 * * MON-FRI")).build();
          var handle = scheduled(p, schedule(p).setSpec(spec).setState(PAUSED));
          var calendar = handle.describe().getSchedule().getSpec().getCalendars().get(0);
          equal(calendar.getMinutes().get(0).getStart(), 30);
          equal(calendar.getDayOfWeek().get(0).getStart(), 1);
          equal(calendar.getDayOfWeek().get(0).getEnd(), 5);
        });
    features.put(
        "schedule-delete",
        p -> {
          var handle = scheduled(p, schedule(p).setState(PAUSED));
          handle.delete();
          raised(ScheduleException.class, handle::describe);
        });
    features.put(
        "schedule-id-taken",
        p -> {
          scheduled(p, schedule(p).setState(PAUSED));
          raised(ScheduleAlreadyRunningException.class, () -> scheduled(p, schedule(p).setState(PAUSED)));
        });
  }

  private static void addActions(Map<String, Feature> features) {
    features.put(
        "schedule-runs",
        p -> {
          ScheduleState state = ScheduleState.newBuilder().setLimitedAction(true).setRemainingActions(2).build();
          var handle = scheduled(p, schedule(p).setSpec(every(Duration.ofSeconds(1))).setState(state));
          acted(p, handle, 2);
          equal(runOf(p, handle.describe().getInfo().getRecentActions().get(0)).getResult(String.class), "at once");
          equal(handle.describe().getSchedule().getState().getRemainingActions(), 0L);
        });
    features.put(
        "schedule-trigger",
        p -> {
          var handle = scheduled(p, schedule(p).setState(PAUSED));
          handle.trigger();
          acted(p, handle, 1);
        });
    features.put(
        "schedule-backfill",
        p -> {
          var handle = scheduled(p, schedule(p).setSpec(every(Duration.ofMinutes(1))).setState(PAUSED));
          Instant start = Instant.parse("2024-01-01T00:00:00Z");
          handle.backfill(
              List.of(
                  new ScheduleBackfill(
                      start,
                      start.plus(Duration.ofMinutes(2)),
                      ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_ALLOW_ALL)));
          acted(p, handle, 3);
        });
    features.put(
        "schedule-pause-on-failure",
        p -> {
          p.workflow(
              "main",
              args -> {
                throw ApplicationFailure.newFailure("no", "No");
              });
          SchedulePolicy policy = SchedulePolicy.newBuilder().setPauseOnFailure(true).build();
          var handle = scheduled(p, schedule(p).setPolicy(policy), ScheduleOptions.newBuilder().build());
          handle.trigger();
          p.until("the pause", () -> handle.describe().getSchedule().getState().isPaused());
        });
  }

  private static void addOverlaps(Map<String, Feature> features) {
    features.put(
        "schedule-overlap-skip",
        p -> {
          var handle = overlapping(p, ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_SKIP);
          p.until(
              "the skipped action",
              () -> {
                var info = handle.describe().getInfo();
                return info.getNumActions() == 1 && info.getNumActionsSkippedOverlap() == 1;
              });
          finishAll(p, handle);
        });
    features.put(
        "schedule-overlap-buffer-one",
        p -> {
          var handle = overlapping(p, ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_BUFFER_ONE);
          equal(handle.describe().getInfo().getNumActions(), 1L);
          finishAll(p, handle);
          acted(p, handle, 2);
          finishAll(p, handle);
        });
    features.put(
        "schedule-overlap-allow-all",
        p -> {
          var handle = overlapping(p, ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_ALLOW_ALL);
          acted(p, handle, 2);
          for (ScheduleActionResult action : handle.describe().getInfo().getRecentActions()) {
            equal(p.status(runOf(p, action)), WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING);
          }
          finishAll(p, handle);
        });
    features.put(
        "schedule-overlap-cancel-other",
        p -> {
          var handle = overlapping(p, ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_CANCEL_OTHER);
          equal(firstEnds(p, handle), WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED);
          finishAll(p, handle);
        });
    features.put(
        "schedule-overlap-terminate-other",
        p -> {
          var handle = overlapping(p, ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_TERMINATE_OTHER);
          equal(firstEnds(p, handle), WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TERMINATED);
          finishAll(p, handle);
        });
  }

  private static ScheduleSpec every(Duration interval) {
    return ScheduleSpec.newBuilder().setIntervals(List.of(new ScheduleIntervalSpec(interval))).build();
  }

  private static ScheduleClient clientOf(Program p) {
    return ScheduleClient.newInstance(
        p.service, ScheduleClientOptions.newBuilder().setNamespace(p.namespace).build());
  }

  private static Schedule.Builder schedule(Program p) {
    return schedule(p, "main");
  }

  private static Schedule.Builder schedule(Program p, String type) {
    return Schedule.newBuilder()
        .setSpec(DAILY)
        .setAction(
            ScheduleActionStartWorkflow.newBuilder()
                .setWorkflowType(type)
                .setOptions(
                    WorkflowOptions.newBuilder().setWorkflowId(p.id("scheduled")).setTaskQueue(p.queue).build())
                .build());
  }

  /** A schedule of a workflow that ends at once. */
  private static ScheduleHandle scheduled(Program p, Schedule.Builder schedule) {
    return scheduled(p, schedule, null);
  }

  private static ScheduleHandle scheduled(Program p, Schedule.Builder schedule, ScheduleOptions options) {
    if (options == null) p.workflow("main", Samples::atOnce);
    p.serve();
    ScheduleOptions chosen = options == null ? ScheduleOptions.newBuilder().build() : options;
    ScheduleHandle handle = clientOf(p).createSchedule(p.id("schedule"), schedule.build(), chosen);
    p.deferred(handle::delete);
    return handle;
  }

  private static void acted(Program p, ScheduleHandle handle, long times) throws Exception {
    p.until("action " + times, () -> handle.describe().getInfo().getNumActions() == times);
  }

  private static WorkflowStub runOf(Program p, ScheduleActionResult result) {
    var started = (ScheduleActionExecutionStartWorkflow) result.getAction();
    var execution =
        io.temporal.api.common.v1.WorkflowExecution.newBuilder()
            .setWorkflowId(started.getWorkflowId())
            .setRunId(started.getFirstExecutionRunId())
            .build();
    return p.client.newUntypedWorkflowStub(execution, Optional.empty());
  }

  /** A schedule that was triggered twice and whose workflow waits for the signal "go". */
  private static ScheduleHandle overlapping(Program p, ScheduleOverlapPolicy policy) throws Exception {
    p.register(worker -> worker.registerWorkflowImplementationTypes(Samples.WaitsCode.class));
    var handle = scheduled(p, schedule(p, "Waits"), ScheduleOptions.newBuilder().build());
    handle.trigger(policy);
    acted(p, handle, 1);
    // Two actions of one second have one workflow id.
    Thread.sleep(1100);
    handle.trigger(policy);
    return handle;
  }

  private static WorkflowExecutionStatus firstEnds(Program p, ScheduleHandle handle) throws Exception {
    acted(p, handle, 2);
    return p.closed(runOf(p, handle.describe().getInfo().getRecentActions().get(0)));
  }

  private static void finishAll(Program p, ScheduleHandle handle) {
    for (ScheduleActionResult action : handle.describe().getInfo().getRecentActions()) {
      try {
        runOf(p, action).signal("go");
      } catch (WorkflowException e) {
        // It has ended.
      }
    }
  }
}
