package compatibility;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityOptions;
import io.temporal.activity.DynamicActivity;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.RetryOptions;
import io.temporal.common.converter.EncodedValues;
import io.temporal.failure.ApplicationFailure;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import io.temporal.workflow.DynamicWorkflow;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What a program has at hand: a client, a task queue of its own, and the few steps that most of them share. */
public final class Program implements AutoCloseable {
  /** Code of a workflow or activity by its type's name. */
  @FunctionalInterface
  public interface Code {
    Object run(EncodedValues args) throws Exception;
  }

  /** For activities that are there at once: one second between attempts would only cost time. */
  static final ActivityOptions SHORT =
      ActivityOptions.newBuilder()
          .setStartToCloseTimeout(Duration.ofSeconds(30))
          .setRetryOptions(RetryOptions.newBuilder().setInitialInterval(Duration.ofMillis(10)).build())
          .build();

  static final ActivityOptions ONCE =
      ActivityOptions.newBuilder()
          .setStartToCloseTimeout(Duration.ofSeconds(30))
          .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(1).build())
          .build();

  final String name;
  final String namespace;

  /** Polled by nobody else. */
  final String queue;

  final WorkflowServiceStubs service;
  WorkflowClient client;
  private final WorkflowServiceStubsOptions connection;
  private final Map<String, Code> workflows = new HashMap<>();
  private final Map<String, Code> activities = new HashMap<>();
  private final List<Consumer<Worker>> registrations = new ArrayList<>();
  private final Deque<Runnable> cleanups = new ArrayDeque<>();
  private WorkerFactory served;
  private volatile String waitsFor = "nothing";

  Program(String name, WorkflowServiceStubs service, WorkflowServiceStubsOptions connection, String namespace) {
    this.name = name;
    this.namespace = namespace;
    this.service = service;
    this.connection = connection;
    this.queue = "java-" + name + "-" + UUID.randomUUID().toString().substring(0, 8);
    this.client = clientWith(options -> {});
  }

  WorkflowClient clientWith(Consumer<WorkflowClientOptions.Builder> change) {
    WorkflowClientOptions.Builder options = WorkflowClientOptions.newBuilder().setNamespace(namespace);
    change.accept(options);
    return WorkflowClient.newInstance(service, options.build());
  }

  /** A connection of the program's own. */
  WorkflowServiceStubs dial(Consumer<WorkflowServiceStubsOptions.Builder> change) {
    WorkflowServiceStubsOptions.Builder options = WorkflowServiceStubsOptions.newBuilder(connection);
    change.accept(options);
    WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(options.build());
    cleanups.push(stubs::shutdownNow);
    return stubs;
  }

  WorkflowServiceGrpc.WorkflowServiceBlockingStub raw() {
    return service.blockingStub();
  }

  String id(String of) {
    return queue + "-" + of;
  }

  String waitsFor() {
    return waitsFor;
  }

  /** Registered with every worker that starts afterwards. */
  void workflow(String type, Code code) {
    workflows.put(type, code);
  }

  void activity(String type, Code code) {
    activities.put(type, code);
  }

  void register(Consumer<Worker> registration) {
    registrations.add(registration);
  }

  /** Starts the worker of the program's queue; starting a workflow does it when the program did not. */
  WorkerFactory serve() {
    return serve(WorkerOptions.getDefaultInstance());
  }

  WorkerFactory serve(WorkerOptions options) {
    served = serve(queue, options, WorkerFactoryOptions.getDefaultInstance());
    return served;
  }

  WorkerFactory serve(String queue, WorkerOptions options, WorkerFactoryOptions factoryOptions) {
    WorkerFactory factory = WorkerFactory.newInstance(client, factoryOptions);
    Worker worker = factory.newWorker(queue, options);
    Map<String, Code> codes = Map.copyOf(workflows);
    Map<String, Code> calls = Map.copyOf(activities);
    if (!codes.isEmpty()) {
      worker.registerWorkflowImplementationFactory(DynamicWorkflow.class, () -> dynamicWorkflow(codes));
    }
    if (!calls.isEmpty()) worker.registerActivitiesImplementations(dynamicActivity(calls));
    registrations.forEach(registration -> registration.accept(worker));
    factory.start();
    cleanups.push(() -> stop(factory));
    return factory;
  }

  /** For programs that make their workers themselves. */
  void servedBy(WorkerFactory factory) {
    served = factory;
  }

  static void stop(WorkerFactory factory) {
    factory.shutdownNow();
    factory.awaitTermination(10, TimeUnit.SECONDS);
  }

  private static DynamicWorkflow dynamicWorkflow(Map<String, Code> codes) {
    return args -> call(codes, Workflow.getInfo().getWorkflowType(), args);
  }

  private static DynamicActivity dynamicActivity(Map<String, Code> codes) {
    return args -> call(codes, Activity.getExecutionContext().getInfo().getActivityType(), args);
  }

  private static Object call(Map<String, Code> codes, String type, EncodedValues args) {
    Code code = codes.getOrDefault(type, codes.get("*"));
    if (code == null) throw new IllegalStateException("nothing is registered as " + type);
    try {
      return code.run(args);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw Activity.wrap(e);
    }
  }

  WorkflowStub stub(Consumer<WorkflowOptions.Builder> change, String type) {
    WorkflowOptions.Builder options =
        WorkflowOptions.newBuilder()
            .setTaskQueue(queue)
            .setWorkflowId(id(UUID.randomUUID().toString().substring(0, 8)));
    change.accept(options);
    return client.newUntypedWorkflowStub(type, options.build());
  }

  WorkflowStub start(String type, Object... args) {
    return startWith(options -> {}, type, args);
  }

  WorkflowStub startWith(Consumer<WorkflowOptions.Builder> change, String type, Object... args) {
    if (served == null) serve();
    WorkflowStub stub = stub(change, type);
    stub.start(args);
    return stub;
  }

  <R> R run(Class<R> result, String type, Object... args) {
    return start(type, args).getResult(result);
  }

  WorkflowStub handle(String workflowId) {
    return client.newUntypedWorkflowStub(workflowId);
  }

  List<HistoryEvent> events(WorkflowStub stub) {
    WorkflowExecution execution = stub.getExecution();
    return client.fetchHistory(execution.getWorkflowId(), execution.getRunId()).getEvents();
  }

  List<EventType> types(WorkflowStub stub) {
    return events(stub).stream().map(HistoryEvent::getEventType).toList();
  }

  long count(WorkflowStub stub, EventType type) {
    return types(stub).stream().filter(type::equals).count();
  }

  HistoryEvent event(WorkflowStub stub, EventType type) {
    return events(stub).stream()
        .filter(event -> event.getEventType() == type)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no event " + type));
  }

  DescribeWorkflowExecutionResponse describe(WorkflowStub stub) {
    return stub.describe().getRawDescription();
  }

  WorkflowExecutionStatus status(WorkflowStub stub) {
    return describe(stub).getWorkflowExecutionInfo().getStatus();
  }

  /** Waits for the end of a run, however it ends, and tells how. */
  WorkflowExecutionStatus closed(WorkflowStub stub) throws Exception {
    until("the end of a run", () -> status(stub) != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING);
    return status(stub);
  }

  void firstTaskDone(WorkflowStub stub) throws Exception {
    until("the first task", () -> count(stub, EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED) > 0);
  }

  /** Polls until the condition holds; the program's limit ends it. */
  void until(String what, Callable<Boolean> condition) throws Exception {
    waitsFor = what;
    while (!condition.call()) Thread.sleep(50);
    waitsFor = "nothing";
  }

  static void equal(Object actual, Object expected) {
    if (!Objects.equals(actual, expected)) {
      throw new AssertionError("expected " + expected + ", got " + actual);
    }
  }

  static void check(boolean holds, String what) {
    if (!holds) throw new AssertionError(what);
  }

  /** The error that the work ends with. */
  static <E extends Throwable> E raised(Class<E> kind, Callable<?> work) {
    Object result;
    try {
      result = work.call();
    } catch (Throwable e) {
      if (kind.isInstance(e)) return kind.cast(e);
      throw new AssertionError("expected " + kind.getSimpleName(), e);
    }
    throw new AssertionError("expected " + kind.getSimpleName() + ", got " + result);
  }

  /** The first error of a kind in a chain of causes. */
  static <E extends Throwable> E causeOf(Throwable error, Class<E> kind) {
    for (Throwable at = error; at != null; at = at.getCause()) if (kind.isInstance(at)) return kind.cast(at);
    throw new AssertionError("no " + kind.getSimpleName(), error);
  }

  static ApplicationFailure application(Throwable error) {
    return causeOf(error, ApplicationFailure.class);
  }

  void deferred(Runnable cleanup) {
    cleanups.push(cleanup);
  }

  @Override
  public void close() {
    while (!cleanups.isEmpty()) {
      try {
        cleanups.pop().run();
      } catch (RuntimeException e) {
        // What cannot be cleaned up ends with the process; the program has its outcome already.
      }
    }
  }
}
