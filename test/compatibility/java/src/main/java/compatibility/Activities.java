package compatibility;

import static compatibility.Program.ONCE;
import static compatibility.Program.SHORT;
import static compatibility.Program.application;
import static compatibility.Program.causeOf;
import static compatibility.Program.check;
import static compatibility.Program.equal;
import static compatibility.Program.raised;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInfo;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.RetryState;
import io.temporal.client.WorkflowFailedException;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Activities: results, retries and what they know of themselves. */
final class Activities {
  @WorkflowInterface
  public interface Greets {
    @WorkflowMethod
    String run(String name);
  }

  @ActivityInterface
  public interface Greeter {
    String greet(String name);
  }

  public static final class GreetsCode implements Greets {
    private final Greeter greeter = Workflow.newActivityStub(Greeter.class, SHORT);

    @Override
    public String run(String name) {
      return greeter.greet(name);
    }
  }

  static void add(Map<String, Feature> features) {
    features.put(
        "activity-result",
        p -> {
          p.register(worker -> worker.registerWorkflowImplementationTypes(GreetsCode.class));
          p.register(worker -> worker.registerActivitiesImplementations((Greeter) name -> "Hello, " + name));
          var run = p.start("Greets", "Ada");
          equal(run.getResult(String.class), "Hello, Ada");
          equal(
              p.types(run),
              List.of(
                  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED,
                  EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED,
                  EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED,
                  EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED,
                  EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED,
                  EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED,
                  EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED,
                  EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED,
                  EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED,
                  EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED,
                  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED));
        });
    features.put(
        "activity-parallel",
        p -> {
          doubles(p, 30);
          equal(p.run(Integer.class, "main"), 870);
        });
    features.put(
        "activity-info",
        p -> {
          p.workflow(
              "main",
              args ->
                  Workflow.newUntypedActivityStub(
                          ActivityOptions.newBuilder()
                              .setStartToCloseTimeout(Duration.ofSeconds(20))
                              .setScheduleToCloseTimeout(Duration.ofSeconds(30))
                              .build())
                      .execute("describe", String.class));
          p.activity(
              "describe",
              args -> {
                ActivityInfo info = Activity.getExecutionContext().getInfo();
                return String.join(
                    " ",
                    info.getActivityType(),
                    String.valueOf(info.getAttempt()),
                    info.getWorkflowId(),
                    info.getWorkflowType(),
                    info.getActivityTaskQueue(),
                    info.getNamespace(),
                    String.valueOf(info.getTaskToken().length > 0),
                    String.valueOf(info.getStartToCloseTimeout().getSeconds()));
              });
          var run = p.start("main");
          String id = run.getExecution().getWorkflowId();
          equal(
              run.getResult(String.class),
              String.join(" ", "describe", "1", id, "main", p.queue, p.namespace, "true", "20"));
        });
    features.put(
        "activity-retry",
        p -> {
          p.workflow("main", args -> Workflow.newUntypedActivityStub(SHORT).execute("flaky", Integer.class));
          p.activity("flaky", args -> flaky());
          var run = p.start("main");
          equal(run.getResult(Integer.class), 3);
          var started = p.event(run, EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED).getActivityTaskStartedEventAttributes();
          equal(started.getAttempt(), 3);
          check(started.getLastFailure().getMessage().contains("not yet"), started.getLastFailure().getMessage());
        });
    features.put(
        "activity-retry-exhausted",
        p -> {
          failing(p, RetryOptions.newBuilder().setInitialInterval(Duration.ofMillis(1)).setMaximumAttempts(2).build());
          var error = raised(WorkflowFailedException.class, () -> p.run(Void.class, "main", "Usual", false));
          equal(causeOf(error, ActivityFailure.class).getRetryState(), RetryState.RETRY_STATE_MAXIMUM_ATTEMPTS_REACHED);
          equal(application(error).getType(), "Usual");
          equal(application(error).getDetails().get(0, String.class), "because");
          equal(application(error).getDetails().get(1, Integer.class), 7);
        });
    features.put(
        "activity-non-retryable",
        p -> {
          failing(p, RetryOptions.newBuilder().setDoNotRetry("Fatal").build());
          for (String kind : List.of("Fatal", "Other")) {
            var error =
                raised(WorkflowFailedException.class, () -> p.run(Void.class, "main", kind, kind.equals("Other")));
            equal(causeOf(error, ActivityFailure.class).getRetryState(), RetryState.RETRY_STATE_NON_RETRYABLE_FAILURE);
          }
        });
    features.put(
        "activity-next-retry-delay",
        p -> {
          p.workflow(
              "main",
              args -> {
                long before = Workflow.currentTimeMillis();
                ActivityOptions options =
                    ActivityOptions.newBuilder(SHORT)
                        .setRetryOptions(RetryOptions.newBuilder().setInitialInterval(Duration.ofHours(1)).build())
                        .build();
                Workflow.newUntypedActivityStub(options).execute("wait", Void.class);
                return Workflow.currentTimeMillis() - before;
              });
          p.activity(
              "wait",
              args -> {
                if (Activity.getExecutionContext().getInfo().getAttempt() > 1) return null;
                throw ApplicationFailure.newFailureWithCauseAndDelay("later", "Later", null, Duration.ofMillis(700));
              });
          check(p.run(Long.class, "main") >= 690, "it did not wait");
        });
    features.put(
        "activity-summary",
        p -> {
          p.workflow(
              "main",
              args ->
                  Workflow.newUntypedActivityStub(ActivityOptions.newBuilder(SHORT).setSummary("to greet").build())
                      .execute("noop", Void.class));
          p.activity("noop", args -> null);
          var run = p.start("main");
          run.getResult(Void.class);
          var summary = p.event(run, EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED).getUserMetadata().getSummary();
          equal(summary.getData().toStringUtf8(), "\"to greet\"");
        });
    features.put(
        "activity-on-another-queue",
        p -> {
          String other = p.queue + "-other";
          p.activity("where", args -> Activity.getExecutionContext().getInfo().getActivityTaskQueue());
          p.serve(other, WorkerOptions.getDefaultInstance(), WorkerFactoryOptions.getDefaultInstance());
          p.workflow(
              "main",
              args ->
                  Workflow.newUntypedActivityStub(ActivityOptions.newBuilder(SHORT).setTaskQueue(other).build())
                      .execute("where", String.class));
          equal(p.run(String.class, "main"), other);
        });
    features.put(
        "activity-dynamic",
        p -> {
          p.workflow(
              "main", args -> Workflow.newUntypedActivityStub(SHORT).execute("nobody registered this", String.class));
          p.activity("*", args -> Activity.getExecutionContext().getInfo().getActivityType());
          equal(p.run(String.class, "main"), "nobody registered this");
        });
    features.put(
        "activity-panic",
        p -> {
          p.workflow("main", args -> Workflow.newUntypedActivityStub(ONCE).execute("panics", Void.class));
          p.activity(
              "panics",
              args -> {
                throw new ArithmeticException("ouch");
              });
          var error = raised(WorkflowFailedException.class, () -> p.run(Void.class, "main"));
          equal(application(error).getType(), "java.lang.ArithmeticException");
          equal(application(error).getOriginalMessage(), "ouch");
        });
    features.put(
        "unknown-activity-type",
        p -> {
          p.register(worker -> worker.registerActivitiesImplementations((Greeter) name -> name));
          p.workflow("main", args -> Workflow.newUntypedActivityStub(ONCE).execute("nobody wrote this", Void.class));
          var error = raised(WorkflowFailedException.class, () -> p.run(Void.class, "main"));
          check(application(error).getOriginalMessage().contains("nobody wrote this"), "another failure");
        });
  }

  static int flaky() {
    int attempt = Activity.getExecutionContext().getInfo().getAttempt();
    if (attempt < 3) throw ApplicationFailure.newFailure("not yet", "NotYet");
    return attempt;
  }

  /** A workflow that doubles numbers by activities, all at once, and answers their sum. */
  static void doubles(Program p, int numbers) {
    p.workflow(
        "main",
        args -> {
          List<Promise<Integer>> work = new ArrayList<>();
          var stub = Workflow.newUntypedActivityStub(SHORT);
          for (int i = 0; i < numbers; i++) work.add(stub.executeAsync("double", Integer.class, i));
          int sum = 0;
          for (Promise<Integer> one : work) sum += one.get();
          return sum;
        });
    p.activity("double", args -> 2 * args.get(0, Integer.class));
  }

  private static void failing(Program p, RetryOptions policy) {
    p.workflow(
        "main",
        args ->
            Workflow.newUntypedActivityStub(ActivityOptions.newBuilder(SHORT).setRetryOptions(policy).build())
                .execute("fail", Void.class, args.get(0, String.class), args.get(1, Boolean.class)));
    p.activity(
        "fail",
        args -> {
          String kind = args.get(0, String.class);
          throw args.get(1, Boolean.class)
              ? ApplicationFailure.newNonRetryableFailure("as asked", kind, "because", 7)
              : ApplicationFailure.newFailure("as asked", kind, "because", 7);
        });
  }

}
