package compatibility;

import static compatibility.Program.application;
import static compatibility.Program.causeOf;
import static compatibility.Program.check;
import static compatibility.Program.equal;
import static compatibility.Program.raised;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityOptions;
import io.temporal.api.enums.v1.ActivityExecutionStatus;
import io.temporal.api.enums.v1.PendingActivityState;
import io.temporal.api.enums.v1.TaskQueueType;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueRequest;
import io.temporal.client.ActivityAlreadyStartedException;
import io.temporal.client.ActivityClient;
import io.temporal.client.ActivityClientOptions;
import io.temporal.client.ActivityFailedException;
import io.temporal.client.StartActivityOptions;
import io.temporal.client.UntypedActivityHandle;
import io.temporal.common.Priority;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TerminatedFailure;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Activities without a workflow, priorities and fairness. */
final class Standalone {
  static void add(Map<String, Feature> features) {
    addActivities(features);
    addPriorities(features);
  }

  private static void addActivities(Map<String, Feature> features) {
    features.put(
        "standalone-activity",
        p -> {
          p.activity("greet", args -> "Hello, " + args.get(0, String.class));
          p.serve();
          var handle = begin(p, "greet", "Ada");
          equal(handle.getResult(String.class), "Hello, Ada");
          equal(
              handle.describe().getRawInfo().getStatus(), ActivityExecutionStatus.ACTIVITY_EXECUTION_STATUS_COMPLETED);
        });
    features.put(
        "standalone-activity-retry",
        p -> {
          p.activity("flaky", args -> Activities.flaky());
          p.serve();
          equal(begin(p, "flaky").getResult(Integer.class), 3);
        });
    features.put(
        "standalone-activity-failure",
        p -> {
          p.activity(
              "refuse",
              args -> {
                throw ApplicationFailure.newNonRetryableFailure("no", "Refused");
              });
          p.serve();
          var error = raised(ActivityFailedException.class, () -> begin(p, "refuse").getResult(Void.class));
          equal(application(error).getType(), "Refused");
        });
    features.put(
        "standalone-activity-cancel",
        p -> {
          p.activity(
              "linger",
              args -> {
                while (true) {
                  Activity.getExecutionContext().heartbeat(null);
                  Thread.sleep(20);
                }
              });
          p.serve();
          var handle = begin(p, "linger");
          p.until(
              "the attempt",
              () -> handle.describe().getRunState() == PendingActivityState.PENDING_ACTIVITY_STATE_STARTED);
          handle.cancel("too late");
          causeOf(
              raised(ActivityFailedException.class, () -> handle.getResult(Void.class)), CanceledFailure.class);
        });
    features.put(
        "standalone-activity-terminate",
        p -> {
          var handle = begin(p, "nobody serves this");
          handle.terminate("enough");
          causeOf(
              raised(ActivityFailedException.class, () -> handle.getResult(Void.class)), TerminatedFailure.class);
        });
    features.put(
        "standalone-activity-list",
        p -> {
          p.activity("noop", args -> null);
          p.serve();
          begin(p, "noop").getResult(Void.class);
          String query = "ActivityId = '" + p.id("activity") + "'";
          p.until("the activity in the list", () -> clientOf(p).listExecutions(query).count() == 1);
          equal(clientOf(p).countExecutions(query).getCount(), 1L);
        });
    features.put(
        "standalone-activity-id-taken",
        p -> {
          var handle = begin(p, "nobody serves this");
          raised(ActivityAlreadyStartedException.class, () -> begin(p, "nobody serves this"));
          handle.terminate("");
        });
  }

  private static ActivityClient clientOf(Program p) {
    return ActivityClient.newInstance(
        p.service, ActivityClientOptions.newBuilder().setNamespace(p.namespace).build());
  }

  private static UntypedActivityHandle begin(Program p, String type, Object... args) {
    return clientOf(p)
        .start(
            type,
            StartActivityOptions.newBuilder()
                .setId(p.id("activity"))
                .setTaskQueue(p.queue)
                .setScheduleToCloseTimeout(Duration.ofSeconds(40))
                .setStartToCloseTimeout(Duration.ofSeconds(30))
                .setHeartbeatTimeout(Duration.ofSeconds(5))
                .setRetryOptions(RetryOptions.newBuilder().setInitialInterval(Duration.ofMillis(10)).build())
                .build(),
            args);
  }

  private static void addPriorities(Map<String, Feature> features) {
    features.put(
        "priority",
        p -> {
          // Urgent activities overtake those that waited before them; queues may have partitions, so only on the whole.
          List<Integer> keys = new ArrayList<>(Collections.nCopies(12, 5));
          keys.addAll(Collections.nCopies(12, 1));
          var order = dispatchOrder(p, keys, key -> Priority.newBuilder().setPriorityKey(key).build());
          check(Collections.frequency(order.subList(0, 12), 1) >= 9, order.toString());
        });
    features.put(
        "fairness",
        p -> {
          // A tenant with much work does not hold up one with little.
          List<Integer> tenants = new ArrayList<>(Collections.nCopies(40, 1));
          tenants.add(2);
          var order =
              dispatchOrder(
                  p,
                  tenants,
                  tenant -> Priority.newBuilder().setFairnessKey("tenant " + tenant).setFairnessWeight(1).build());
          check(order.indexOf(2) < 20, order.toString());
        });
    features.put(
        "priority-workflow",
        p -> {
          p.workflow("child", args -> Workflow.getInfo().getPriority().getPriorityKey());
          p.workflow(
              "main",
              args -> {
                var options =
                    ChildWorkflowOptions.newBuilder()
                        .setPriority(Priority.newBuilder().setPriorityKey(4).build())
                        .build();
                int child = Workflow.newUntypedChildWorkflowStub("child", options).execute(Integer.class);
                return 10 * Workflow.getInfo().getPriority().getPriorityKey() + child;
              });
          var run =
              p.startWith(
                  options -> options.setPriority(Priority.newBuilder().setPriorityKey(2).build()), "main");
          equal(run.getResult(Integer.class), 24);
          equal(p.describe(run).getWorkflowExecutionInfo().getPriority().getPriorityKey(), 2);
        });
  }

  /** Schedules an activity for each key before any worker polls and tells the order of their starts. */
  private static List<Integer> dispatchOrder(Program p, List<Integer> keys, IntFunction<Priority> priorityOf)
      throws Exception {
    String queue = p.queue + "-activities";
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    p.workflow(
        "main",
        args -> {
          List<Promise<Void>> work = new ArrayList<>();
          for (int key : keys) {
            ActivityOptions options =
                ActivityOptions.newBuilder()
                    .setTaskQueue(queue)
                    .setStartToCloseTimeout(Duration.ofMinutes(1))
                    .setPriority(priorityOf.apply(key))
                    .build();
            work.add(Workflow.newUntypedActivityStub(options).executeAsync("note", Void.class, key));
          }
          work.forEach(Promise::get);
          return null;
        });
    var run = p.start("main");
    var ask =
        DescribeTaskQueueRequest.newBuilder()
            .setNamespace(p.namespace)
            .setTaskQueue(TaskQueue.newBuilder().setName(queue))
            .setTaskQueueType(TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY)
            .setReportStats(true)
            .build();
    p.until(
        "the backlog", () -> p.raw().describeTaskQueue(ask).getStats().getApproximateBacklogCount() >= keys.size());
    p.activity(
        "note",
        args -> {
          order.add(args.get(0, Integer.class));
          return null;
        });
    WorkerOptions single =
        WorkerOptions.newBuilder()
            .setMaxConcurrentActivityExecutionSize(1)
            .setMaxConcurrentActivityTaskPollers(1)
            .build();
    p.serve(queue, single, WorkerFactoryOptions.getDefaultInstance());
    run.getResult(Void.class);
    return List.copyOf(order);
  }
}
