package compatibility;

import static compatibility.Program.application;
import static compatibility.Program.causeOf;
import static compatibility.Program.check;
import static compatibility.Program.equal;
import static compatibility.Program.raised;

import io.nexusrpc.Operation;
import io.nexusrpc.OperationException;
import io.nexusrpc.Service;
import io.nexusrpc.handler.HandlerException;
import io.nexusrpc.handler.OperationHandler;
import io.nexusrpc.handler.OperationImpl;
import io.nexusrpc.handler.ServiceImpl;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.nexus.v1.EndpointSpec;
import io.temporal.api.nexus.v1.EndpointTarget;
import io.temporal.api.operatorservice.v1.CreateNexusEndpointRequest;
import io.temporal.api.operatorservice.v1.DeleteNexusEndpointRequest;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc;
import io.temporal.client.NexusClient;
import io.temporal.client.NexusClientOptions;
import io.temporal.client.StartNexusOperationOptions;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.NexusOperationFailure;
import io.temporal.failure.TimeoutFailure;
import io.temporal.nexus.WorkflowHandle;
import io.temporal.nexus.WorkflowRunOperation;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.NexusOperationHandle;
import io.temporal.workflow.NexusOperationOptions;
import io.temporal.workflow.NexusServiceOptions;
import io.temporal.workflow.NexusServiceStub;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Map;

/** Nexus: operations that answer at once, operations that are workflows, their failures and cancellation. */
final class Nexus {
  @Service
  public interface Shop {
    @Operation
    String greet(String name);

    @Operation
    String refuse(String name);

    @Operation
    String order(String name);
  }

  @ServiceImpl(service = Shop.class)
  public static final class ShopHandler {
    @OperationImpl
    public OperationHandler<String, String> greet() {
      return OperationHandler.sync((context, details, name) -> "Hello, " + name);
    }

    @OperationImpl
    public OperationHandler<String, String> refuse() {
      return OperationHandler.sync(
          (context, details, name) -> {
            throw OperationException.failure(new IllegalStateException("no thanks"));
          });
    }

    @OperationImpl
    public OperationHandler<String, String> order() {
      return WorkflowRunOperation.fromWorkflowHandle(
          (context, details, name) ->
              WorkflowHandle.fromWorkflowStub(
                  io.temporal.nexus.Nexus.getOperationContext()
                      .getWorkflowClient()
                      .newUntypedWorkflowStub(
                          "order",
                          WorkflowOptions.newBuilder().setWorkflowId("order-" + details.getRequestId()).build()),
                  String.class,
                  name));
    }
  }

  static void add(Map<String, Feature> features) {
    features.put(
        "nexus-sync",
        p -> {
          open(p);
          var run = p.start("main", "greet", "Ada");
          equal(run.getResult(String.class), "Hello, Ada");
          equal(p.count(run, EventType.EVENT_TYPE_NEXUS_OPERATION_COMPLETED), 1L);
          equal(p.count(run, EventType.EVENT_TYPE_NEXUS_OPERATION_STARTED), 0L);
        });
    features.put(
        "nexus-workflow",
        p -> {
          open(p);
          var run = p.start("main", "order", "Ada");
          equal(run.getResult(String.class), "ordered by Ada");
          check(p.event(run, EventType.EVENT_TYPE_NEXUS_OPERATION_STARTED).getLinksCount() > 0, "no link");
        });
    features.put(
        "nexus-failure",
        p -> {
          open(p);
          var error = raised(WorkflowFailedException.class, () -> p.run(String.class, "main", "refuse", "Ada"));
          equal(causeOf(error, NexusOperationFailure.class).getOperation(), "refuse");
          check(application(error).getOriginalMessage().contains("no thanks"), application(error).getMessage());
        });
    features.put(
        "nexus-handler-error",
        p -> {
          open(p);
          var error = raised(WorkflowFailedException.class, () -> p.run(String.class, "main", "not there", "Ada"));
          equal(causeOf(error, HandlerException.class).getErrorType(), HandlerException.ErrorType.NOT_FOUND);
        });
    features.put(
        "nexus-workflow-failure",
        p -> {
          open(p);
          var error = raised(WorkflowFailedException.class, () -> p.run(String.class, "main", "order", ""));
          causeOf(error, NexusOperationFailure.class);
          equal(application(error).getType(), "NoName");
        });
    features.put(
        "nexus-cancel",
        p -> {
          String endpoint = open(p);
          p.workflow("canceller", args -> cancelsOrder(endpoint));
          p.serve();
          var run = p.start("canceller");
          equal(run.getResult(String.class), "canceled");
          equal(p.count(run, EventType.EVENT_TYPE_NEXUS_OPERATION_CANCEL_REQUESTED), 1L);
          equal(p.count(run, EventType.EVENT_TYPE_NEXUS_OPERATION_CANCELED), 1L);
        });
    features.put(
        "nexus-timeout",
        p -> {
          String endpoint = open(p);
          p.workflow(
              "impatient",
              args -> service(endpoint, Duration.ofSeconds(1)).execute("order", String.class, "forever"));
          var error = raised(WorkflowFailedException.class, () -> p.run(String.class, "impatient"));
          causeOf(error, TimeoutFailure.class);
        });
    features.put(
        "nexus-endpoint-missing",
        p -> {
          p.workflow(
              "main",
              args -> service("nobody-made-this", Duration.ofSeconds(30)).execute("greet", String.class, "Ada"));
          var run = p.start("main");
          p.until("the failed task", () -> p.count(run, EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED) > 0);
          run.terminate("");
        });
    features.put(
        "nexus-standalone",
        p -> {
          String endpoint = open(p);
          p.serve();
          var client =
              NexusClient.newInstance(p.service, NexusClientOptions.newBuilder().setNamespace(p.namespace).build());
          var options =
              StartNexusOperationOptions.newBuilder()
                  .setId(p.id("operation"))
                  .setScheduleToCloseTimeout(Duration.ofSeconds(30))
                  .build();
          equal(client.newNexusServiceClient(Shop.class, endpoint).execute(Shop::order, options, "Ada"), "ordered by Ada");
        });
  }

  private static NexusServiceStub service(String endpoint, Duration timeout) {
    return Workflow.newUntypedNexusServiceStub(
        "Shop",
        NexusServiceOptions.newBuilder()
            .setEndpoint(endpoint)
            .setOperationOptions(NexusOperationOptions.newBuilder().setScheduleToCloseTimeout(timeout).build())
            .build());
  }

  private static String cancelsOrder(String endpoint) {
    NexusOperationHandle<?>[] order = new NexusOperationHandle<?>[1];
    CancellationScope scope =
        Workflow.newCancellationScope(
            () -> order[0] = service(endpoint, Duration.ofSeconds(30)).start("order", String.class, "forever"));
    scope.run();
    order[0].getExecution().get();
    scope.cancel();
    try {
      return (String) order[0].getResult().get();
    } catch (NexusOperationFailure e) {
      return e.getCause() instanceof CanceledFailure ? "canceled" : e.getCause().toString();
    }
  }

  /** An endpoint of the service, which the program's worker serves and its workflow "main" calls. */
  private static String open(Program p) {
    var operator = OperatorServiceGrpc.newBlockingStub(p.service.getRawChannel());
    var target =
        EndpointTarget.newBuilder()
            .setWorker(EndpointTarget.Worker.newBuilder().setNamespace(p.namespace).setTaskQueue(p.queue));
    var created =
        operator
            .createNexusEndpoint(
                CreateNexusEndpointRequest.newBuilder()
                    .setSpec(EndpointSpec.newBuilder().setName(p.queue).setTarget(target))
                    .build())
            .getEndpoint();
    p.deferred(
        () ->
            operator
                .deleteNexusEndpoint(
                    DeleteNexusEndpointRequest.newBuilder()
                        .setId(created.getId())
                        .setVersion(created.getVersion())
                        .build()));
    p.register(worker -> worker.registerNexusServiceImplementation(new ShopHandler()));
    p.workflow(
        "order",
        args -> {
          String name = args.get(0, String.class);
          if (name.isEmpty()) throw ApplicationFailure.newNonRetryableFailure("who orders?", "NoName");
          Workflow.sleep(name.equals("forever") ? Duration.ofHours(1) : Duration.ofMillis(10));
          return "ordered by " + name;
        });
    p.workflow(
        "main",
        args ->
            service(p.queue, Duration.ofSeconds(30))
                .execute(args.get(0, String.class), String.class, args.get(1, String.class)));
    return p.queue;
  }
}
