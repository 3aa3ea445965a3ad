package compatibility;

import static compatibility.Program.ONCE;
import static compatibility.Program.SHORT;
import static compatibility.Program.application;
import static compatibility.Program.check;
import static compatibility.Program.equal;
import static compatibility.Program.raised;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall;
import io.grpc.ForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.TaskQueueType;
import io.temporal.api.enums.v1.WorkflowTaskFailedCause;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueRequest;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedResponse;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowStub;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import io.temporal.worker.WorkflowImplementationOptions;
import io.temporal.worker.tuning.CompositeTuner;
import io.temporal.worker.tuning.FixedSizeSlotSupplier;
import io.temporal.worker.tuning.PollerBehaviorAutoscaling;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Workers: how they are tuned, how they stop, and what becomes of workflow code that fails. */
final class Workers {
  static void add(Map<String, Feature> features) {
    addTuning(features);
    addStopping(features);
    addFailures(features);
  }

  private static void addTuning(Map<String, Feature> features) {
    features.put(
        "worker-poller-autoscaling",
        p -> {
          var scaling = new PollerBehaviorAutoscaling(1, 10, 2);
          manyActivities(
              p,
              WorkerOptions.newBuilder()
                  .setWorkflowTaskPollersBehavior(scaling)
                  .setActivityTaskPollersBehavior(scaling)
                  .build());
        });
    features.put(
        "worker-tuner",
        p ->
            manyActivities(
                p,
                WorkerOptions.newBuilder()
                    .setWorkerTuner(
                        new CompositeTuner(
                            new FixedSizeSlotSupplier<>(5),
                            new FixedSizeSlotSupplier<>(3),
                            new FixedSizeSlotSupplier<>(2),
                            new FixedSizeSlotSupplier<>(2)))
                    .build()));
    features.put(
        "worker-without-cache",
        p -> {
          // Each task comes with the whole history.
          p.workflow("main", Samples::gathers);
          p.serve(
              p.queue,
              WorkerOptions.getDefaultInstance(),
              WorkerFactoryOptions.newBuilder().setWorkflowCacheSize(0).build());
          var run = p.stub(options -> {}, "main");
          run.start(3);
          for (int amount : List.of(1, 2, 3)) {
            run.signal("add", amount);
            run.query("__stack_trace", String.class);
          }
          equal(run.getResult(List.class), List.of(1, 2, 3));
        });
    features.put(
        "worker-sticky-timeout",
        p -> {
          // A sticky task that waits too long goes back to the queue that all workers share, with the whole history.
          WorkerOptions brief =
              WorkerOptions.newBuilder().setStickyQueueScheduleToStartTimeout(Duration.ofMillis(1)).build();
          p.workflow("main", Samples::gathers);
          p.serve(brief);
          var run = p.start("main", 2);
          p.firstTaskDone(run);
          p.serve(brief);
          for (int amount : List.of(1, 2)) run.signal("add", amount);
          equal(run.getResult(List.class), List.of(1, 2));
        });
    features.put(
        "worker-activities-per-second",
        p -> {
          p.workflow(
              "main",
              args -> {
                List<Promise<Void>> work = new ArrayList<>();
                var stub = Workflow.newUntypedActivityStub(SHORT);
                for (int i = 0; i < 6; i++) work.add(stub.executeAsync("noop", Void.class));
                work.forEach(Promise::get);
                return null;
              });
          p.activity("noop", args -> null);
          p.serve(
              WorkerOptions.newBuilder().setMaxTaskQueueActivitiesPerSecond(2).setDisableEagerExecution(true).build());
          long before = System.nanoTime();
          p.run(Void.class, "main");
          check(System.nanoTime() - before > 1_500_000_000L, "it was not held back");
        });
    features.put(
        "describe-task-queue",
        p -> {
          p.workflow("main", Samples::atOnce);
          p.serve(WorkerOptions.newBuilder().setIdentity("watched").build());
          p.until(
              "the poller",
              () ->
                  p
                      .raw()
                      .describeTaskQueue(
                          DescribeTaskQueueRequest.newBuilder()
                              .setNamespace(p.namespace)
                              .setTaskQueue(TaskQueue.newBuilder().setName(p.queue))
                              .setTaskQueueType(TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW)
                              .build())
                      .getPollersList()
                      .stream()
                      .anyMatch(poller -> poller.getIdentity().equals("watched")));
        });
    features.put(
        "activity-eager",
        p -> {
          // The activity comes with the answer to the workflow task, not by a poll.
          EagerWatch watch = new EagerWatch();
          var stubs = p.dial(options -> options.setGrpcClientInterceptors(List.of(watch)));
          p.client =
              WorkflowClient.newInstance(stubs, WorkflowClientOptions.newBuilder().setNamespace(p.namespace).build());
          p.workflow("main", args -> Workflow.newUntypedActivityStub(SHORT).execute("noop", Void.class));
          p.activity("noop", args -> null);
          p.run(Void.class, "main");
          equal(watch.activities.get(), 1);
        });
  }

  private static void manyActivities(Program p, WorkerOptions options) {
    Activities.doubles(p, 20);
    p.serve(options);
    List<WorkflowStub> runs = new ArrayList<>();
    for (int i = 0; i < 5; i++) runs.add(p.start("main"));
    for (WorkflowStub run : runs) equal(run.getResult(Integer.class), 380);
  }

  private static void addStopping(Map<String, Feature> features) {
    features.put(
        "worker-graceful-stop",
        p -> {
          CountDownLatch begun = new CountDownLatch(1);
          CountDownLatch stopping = new CountDownLatch(1);
          p.workflow("main", args -> Workflow.newUntypedActivityStub(ONCE).execute("slow", String.class));
          p.activity(
              "slow",
              args -> {
                begun.countDown();
                stopping.await();
                return "finished while stopping";
              });
          WorkerFactory first = p.serve();
          var run = p.start("main");
          begun.await();
          first.shutdown();
          stopping.countDown();
          first.awaitTermination(20, TimeUnit.SECONDS);
          p.serve();
          equal(run.getResult(String.class), "finished while stopping");
        });
    features.put(
        "worker-stopped-with-sticky-run",
        p -> {
          p.workflow("main", Samples::gathers);
          WorkerFactory first = p.serve();
          var run = p.start("main", 2);
          run.signal("add", 1);
          p.firstTaskDone(run);
          Program.stop(first);
          p.serve();
          run.signal("add", 2);
          equal(run.getResult(List.class), List.of(1, 2));
        });
  }

  private static void addFailures(Map<String, Feature> features) {
    features.put(
        "workflow-task-failure",
        p -> {
          // Code that throws an unknown error fails the task, not the workflow: the run goes on when the code is mended.
          breaking(p);
          var run = p.start("main");
          equal(run.getResult(String.class), "mended");
          var failed = p.event(run, EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED).getWorkflowTaskFailedEventAttributes();
          equal(
              failed.getCause(), WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_WORKFLOW_WORKER_UNHANDLED_FAILURE);
        });
    features.put(
        "workflow-panic-policy",
        p -> {
          failingOn(p, ThrowsCode.class);
          var error = raised(WorkflowFailedException.class, () -> p.run(Void.class, "Changes"));
          equal(application(error).getOriginalMessage(), "not written yet");
        });
    features.put(
        "workflow-nondeterminism",
        p -> {
          WorkerFactory first = failingOn(p, SleepsCode.class);
          var run = p.start("Changes");
          p.firstTaskDone(run);
          Program.stop(first);
          failingOn(p, CallsCode.class);
          run.signal("wake up");
          var error = raised(WorkflowFailedException.class, () -> run.getResult(Void.class));
          check(application(error).getOriginalMessage().contains("TMPRL1100"), application(error).getMessage());
        });
    features.put(
        "unknown-workflow-type",
        p -> {
          p.register(worker -> worker.registerWorkflowImplementationTypes(Samples.WaitsCode.class));
          var run = p.start("nobody wrote this");
          p.until("the failed task", () -> p.count(run, EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED) > 0);
          run.terminate("");
        });
    features.put(
        "namespace-missing",
        p -> {
          p.client = p.clientWith(options -> options.setNamespace("nobody-made-this"));
          var error =
              raised(
                  WorkflowServiceException.class, () -> p.stub(options -> {}, "main").start());
          check(error.getCause().getMessage().contains("nobody-made-this"), error.getCause().getMessage());
        });
  }

  private static void breaking(Program p) {
    AtomicBoolean isBroken = new AtomicBoolean(true);
    p.workflow(
        "main",
        args -> {
          if (isBroken.getAndSet(false)) throw new IllegalStateException("not written yet");
          return "mended";
        });
  }

  @WorkflowInterface
  public interface Changes {
    @WorkflowMethod
    void run();
  }

  public static final class ThrowsCode implements Changes {
    @Override
    public void run() {
      throw new IllegalStateException("not written yet");
    }
  }

  public static final class SleepsCode implements Changes {
    @Override
    public void run() {
      Workflow.sleep(Duration.ofHours(1));
    }
  }

  public static final class CallsCode implements Changes {
    @Override
    public void run() {
      Workflow.newUntypedActivityStub(SHORT).execute("nothing", Void.class);
    }
  }

  /** A worker where every error of workflow code fails the workflow. */
  private static WorkerFactory failingOn(Program p, Class<? extends Changes> code) {
    WorkflowImplementationOptions failing =
        WorkflowImplementationOptions.newBuilder().setFailWorkflowExceptionTypes(Throwable.class).build();
    WorkerFactory factory = WorkerFactory.newInstance(p.client);
    factory.newWorker(p.queue).registerWorkflowImplementationTypes(failing, code);
    factory.start();
    p.deferred(() -> Program.stop(factory));
    p.servedBy(factory);
    return factory;
  }

  /** Counts the activities that come with answers to workflow tasks. */
  private static final class EagerWatch implements ClientInterceptor {
    final AtomicInteger activities = new AtomicInteger();

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
      return new ForwardingClientCall.SimpleForwardingClientCall<>(next.newCall(method, options)) {
        @Override
        public void start(Listener<A> listener, Metadata headers) {
          super.start(
              new ForwardingClientCallListener.SimpleForwardingClientCallListener<>(listener) {
                @Override
                public void onMessage(A message) {
                  if (message instanceof RespondWorkflowTaskCompletedResponse answer) {
                    activities.addAndGet(answer.getActivityTasksCount());
                  }
                  super.onMessage(message);
                }
              },
              headers);
        }
      };
    }
  }
}
