package compatibility;

import static compatibility.Program.ONCE;
import static compatibility.Program.SHORT;
import static compatibility.Program.application;
import static compatibility.Program.causeOf;
import static compatibility.Program.check;
import static compatibility.Program.equal;
import static compatibility.Program.raised;

import com.google.protobuf.ByteString;
import com.uber.m3.tally.RootScopeBuilder;
import com.uber.m3.tally.Buckets;
import com.uber.m3.tally.Capabilities;
import com.uber.m3.tally.CapableOf;
import com.uber.m3.tally.StatsReporter;
import com.uber.m3.util.Duration;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.WorkflowType;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowServiceException;
import io.temporal.common.context.ContextPropagator;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptor;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowClientInterceptorBase;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.payload.codec.PayloadCodec;
import io.temporal.payload.codec.ZlibPayloadCodec;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import io.temporal.workflow.Workflow;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Payloads: codecs, converters, headers, interceptors, metrics, and what is too large. */
final class Payloads {
  private static final int MEGABYTE = 1 << 20;

  static void add(Map<String, Feature> features) {
    addForms(features);
    addSizes(features);
    addInterception(features);
  }

  private static void addForms(Map<String, Feature> features) {
    features.put(
        "payload-types",
        p -> {
          p.workflow(
              "main",
              args ->
                  args.get(0, byte[].class).length
                      + " "
                      + args.get(1, String.class)
                      + " "
                      + args.get(2, WorkflowType.class).getName()
                      + " "
                      + args.get(3, List.class));
          var run =
              p.start(
                  "main", new byte[] {0, -1}, null, WorkflowType.newBuilder().setName("typed").build(), List.of(1, 2));
          equal(run.getResult(String.class), "2 null typed [1, 2]");
          List<String> encodings =
              p.events(run).get(0).getWorkflowExecutionStartedEventAttributes().getInput().getPayloadsList().stream()
                  .map(payload -> payload.getMetadataOrThrow("encoding").toStringUtf8())
                  .toList();
          equal(encodings, List.of("binary/plain", "binary/null", "json/protobuf", "json/plain"));
        });
    features.put(
        "payload-codec",
        p -> {
          List<PayloadCodec> codecs = List.of(new ZlibPayloadCodec());
          p.client =
              p.clientWith(
                  options ->
                      options.setDataConverter(
                          new CodecDataConverter(DefaultDataConverter.newDefaultInstance(), codecs)));
          p.workflow(
              "main",
              args -> Workflow.newUntypedActivityStub(SHORT).execute("greet", String.class, args.get(0, String.class)));
          p.activity("greet", args -> "Hello, " + args.get(0, String.class));
          // The codec leaves alone what would not become smaller.
          String name = "Ada".repeat(200);
          var run = p.start("main", name);
          equal(run.getResult(String.class), "Hello, " + name);
          // As it is on the wire: the client would decode it.
          var history =
              p.raw()
                  .getWorkflowExecutionHistory(
                      GetWorkflowExecutionHistoryRequest.newBuilder()
                          .setNamespace(p.namespace)
                          .setExecution(run.getExecution())
                          .build())
                  .getHistory();
          Payload given = history.getEvents(0).getWorkflowExecutionStartedEventAttributes().getInput().getPayloads(0);
          equal(given.getMetadataOrThrow("encoding"), ByteString.copyFromUtf8("binary/zlib"));
        });
    features.put(
        "failure-converter",
        p -> {
          List<PayloadCodec> codecs = List.of(new ZlibPayloadCodec());
          p.client =
              p.clientWith(
                  options ->
                      options.setDataConverter(
                          new CodecDataConverter(DefaultDataConverter.newDefaultInstance(), codecs, true)));
          p.workflow(
              "main",
              args -> {
                throw ApplicationFailure.newFailure("a secret", "Secret");
              });
          var run = p.start("main");
          var error = raised(WorkflowFailedException.class, () -> run.getResult(Void.class));
          equal(application(error).getOriginalMessage(), "a secret");
          var event = p.event(run, EventType.EVENT_TYPE_WORKFLOW_EXECUTION_FAILED);
          var failure = event.getWorkflowExecutionFailedEventAttributes().getFailure();
          equal(failure.getMessage(), "Encoded failure");
          check(failure.hasEncodedAttributes(), "no encoded attributes");
        });
  }

  private static void addSizes(Map<String, Feature> features) {
    features.put(
        "payload-large",
        p -> {
          p.workflow(
              "main",
              args ->
                  Workflow.newUntypedActivityStub(SHORT)
                      .execute("echo", String.class, args.get(0, String.class))
                      .length());
          p.activity("echo", args -> args.get(0, String.class));
          int size = 3 * MEGABYTE / 2;
          equal(p.run(Integer.class, "main", "x".repeat(size)), size);
        });
    features.put(
        "payload-too-large-start",
        p -> {
          p.workflow("main", Samples::atOnce);
          raised(WorkflowServiceException.class, () -> p.start("main", "x".repeat(5 * MEGABYTE / 2)));
        });
    features.put(
        "payload-too-large-activity-result",
        p -> {
          p.workflow("main", args -> Workflow.newUntypedActivityStub(ONCE).execute("blow", String.class));
          p.activity("blow", args -> "x".repeat(5 * MEGABYTE / 2));
          var error = raised(WorkflowFailedException.class, () -> p.run(String.class, "main"));
          causeOf(error, ActivityFailure.class);
        });
    features.put(
        "payload-too-large-signal",
        p -> {
          p.workflow("main", Samples::gathers);
          var run = p.start("main", 1);
          raised(
              WorkflowServiceException.class,
              () -> {
                run.signal("add", "x".repeat(5 * MEGABYTE / 2));
                return null;
              });
          run.signal("add", 1);
          equal(run.getResult(List.class), List.of(1));
        });
  }

  private static void addInterception(Map<String, Feature> features) {
    features.put(
        "headers",
        p -> {
          TenantPropagator propagator = new TenantPropagator();
          p.client = p.clientWith(options -> options.setContextPropagators(List.of(propagator)));
          p.workflow(
              "main",
              args ->
                  Workflow.newUntypedActivityStub(SHORT).execute("who", String.class)
                      + " "
                      + Workflow.newUntypedChildWorkflowStub("child").execute(String.class));
          p.workflow("child", args -> propagator.getCurrentContext());
          p.activity("who", args -> propagator.getCurrentContext());
          p.serve();
          propagator.setCurrentContext("acme");
          equal(p.run(String.class, "main"), "acme acme");
        });
    features.put(
        "interceptors",
        p -> {
          List<String> calls = new CopyOnWriteArrayList<>();
          p.client = p.clientWith(options -> options.setInterceptors(new ClientRecorder(calls)));
          p.workflow("main", args -> Workflow.newUntypedActivityStub(SHORT).execute("noop", Void.class));
          p.activity("noop", args -> null);
          WorkerFactoryOptions recording =
              WorkerFactoryOptions.newBuilder().setWorkerInterceptors(new WorkerRecorder(calls)).build();
          p.serve(p.queue, WorkerOptions.getDefaultInstance(), recording);
          var run = p.stub(options -> {}, "main");
          run.start();
          run.getResult(Void.class);
          equal(calls, List.of("start", "activity"));
        });
    features.put(
        "request-failure-metrics",
        p -> {
          Counters counters = new Counters();
          var scope = new RootScopeBuilder().reporter(counters).reportEvery(Duration.ofMillis(50));
          var stubs = p.dial(options -> options.setMetricsScope(scope));
          WorkflowClient client =
              WorkflowClient.newInstance(
                  stubs, WorkflowClientOptions.newBuilder().setNamespace(p.namespace).build());
          raised(WorkflowNotFoundException.class, () -> client.newUntypedWorkflowStub(p.id("nobody")).describe());
          p.until(
              "the counted failure",
              () ->
                  counters.values.getOrDefault(
                          "temporal_request_failure DescribeWorkflowExecution NOT_FOUND", 0L)
                      == 1);
        });
  }

  /** Carries a tenant's name from the client through workflows to activities and children. */
  private static final class TenantPropagator implements ContextPropagator {
    private final ThreadLocal<Object> current = new ThreadLocal<>();

    @Override
    public String getName() {
      return "tenant";
    }

    @Override
    public Map<String, Payload> serializeContext(Object context) {
      if (context == null) return Map.of();
      return Map.of("tenant", DefaultDataConverter.STANDARD_INSTANCE.toPayload(context).orElseThrow());
    }

    @Override
    public Object deserializeContext(Map<String, Payload> header) {
      Payload tenant = header.get("tenant");
      return tenant == null
          ? null
          : DefaultDataConverter.STANDARD_INSTANCE.fromPayload(tenant, String.class, String.class);
    }

    @Override
    public Object getCurrentContext() {
      return current.get();
    }

    @Override
    public void setCurrentContext(Object context) {
      current.set(context);
    }
  }

  private static final class ClientRecorder extends WorkflowClientInterceptorBase {
    private final List<String> calls;

    ClientRecorder(List<String> calls) {
      this.calls = calls;
    }

    @Override
    public WorkflowClientCallsInterceptor workflowClientCallsInterceptor(WorkflowClientCallsInterceptor next) {
      return new WorkflowClientCallsInterceptorBase(next) {
        @Override
        public WorkflowStartOutput start(WorkflowStartInput input) {
          calls.add("start");
          return super.start(input);
        }
      };
    }
  }

  private static final class WorkerRecorder extends WorkerInterceptorBase {
    private final List<String> calls;

    WorkerRecorder(List<String> calls) {
      this.calls = calls;
    }

    @Override
    public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
      return new ActivityInboundCallsInterceptorBase(next) {
        @Override
        public ActivityOutput execute(ActivityInput input) {
          calls.add("activity");
          return super.execute(input);
        }
      };
    }
  }

  /** Sums what the SDK counts, by metric, operation and status. */
  private static final class Counters implements StatsReporter {
    final Map<String, Long> values = new ConcurrentHashMap<>();

    @Override
    public void reportCounter(String name, Map<String, String> tags, long value) {
      String key = name + " " + tags.get("operation") + " " + tags.get("status_code");
      values.merge(key, value, Long::sum);
    }

    @Override
    public void reportGauge(String name, Map<String, String> tags, double value) {}

    @Override
    public void reportTimer(String name, Map<String, String> tags, Duration interval) {}

    @Override
    public void reportHistogramValueSamples(
        String name, Map<String, String> tags, Buckets buckets, double lower, double upper, long samples) {}

    @Override
    public void reportHistogramDurationSamples(
        String name, Map<String, String> tags, Buckets buckets, Duration lower, Duration upper, long samples) {}

    @Override
    public Capabilities capabilities() {
      return CapableOf.REPORTING;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
