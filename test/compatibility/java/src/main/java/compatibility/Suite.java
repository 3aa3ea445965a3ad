package compatibility;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.temporal.authorization.AuthorizationGrpcMetadataProvider;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The compatibility suite of the official Java SDK: runs programs against a server and prints one JSON line for each. */
public final class Suite {
  private static final ObjectMapper JSON = new ObjectMapper();

  public static void main(String[] args) throws Exception {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i + 1 < args.length; i += 2) options.put(args[i].substring(2), args[i + 1]);
    long limitSeconds = Long.parseLong(options.getOrDefault("limit-seconds", "60"));
    String namespace = options.getOrDefault("namespace", "default");
    WorkflowServiceStubsOptions connection = connectionOf(options);
    WorkflowServiceStubs service = WorkflowServiceStubs.newServiceStubs(connection);
    ExecutorService slots = Executors.newFixedThreadPool(Integer.parseInt(options.getOrDefault("concurrency", "8")));
    for (Map.Entry<String, Feature> feature : chosen(options.get("only")).entrySet()) {
      slots.execute(
          () -> {
            Program program = new Program(feature.getKey(), service, connection, namespace);
            print(outcomeOf(program, feature.getValue(), limitSeconds));
          });
    }
    slots.shutdown();
    slots.awaitTermination(1, TimeUnit.HOURS);
    // Threads of programs that hang must not keep the process.
    System.exit(0);
  }

  private static Map<String, Feature> chosen(String only) {
    Map<String, Feature> all = Features.all();
    if (only != null) all.keySet().retainAll(List.of(only.split(",")));
    return all;
  }

  private static WorkflowServiceStubsOptions connectionOf(Map<String, String> options) throws Exception {
    WorkflowServiceStubsOptions.Builder builder =
        WorkflowServiceStubsOptions.newBuilder().setTarget(options.getOrDefault("address", "127.0.0.1:7233"));
    if (options.containsKey("ca")) {
      SslContextBuilder tls = GrpcSslContexts.forClient().trustManager(new File(options.get("ca")));
      if (options.containsKey("cert")) {
        tls.keyManager(new File(options.get("cert")), new File(options.get("key")));
      }
      builder.setSslContext(tls.build());
    }
    if (options.containsKey("api-key-file")) {
      String key = Files.readString(Path.of(options.get("api-key-file"))).trim();
      builder.addGrpcMetadataProvider(new AuthorizationGrpcMetadataProvider(() -> "Bearer " + key));
    }
    return builder.build();
  }

  private static Map<String, Object> outcomeOf(Program program, Feature feature, long limitSeconds) {
    long startedAt = System.nanoTime();
    String error = null;
    ExecutorService own = Executors.newSingleThreadExecutor();
    Future<?> running =
        own.submit(
            () -> {
              feature.run(program);
              return null;
            });
    try {
      running.get(limitSeconds, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      error = "it takes longer than " + limitSeconds + " s, waiting for " + program.waitsFor();
    } catch (ExecutionException e) {
      error = described(e.getCause());
    } catch (InterruptedException e) {
      error = "interrupted";
    }
    long ms = (System.nanoTime() - startedAt) / 1_000_000;
    own.shutdownNow();
    program.close();
    Map<String, Object> outcome = new LinkedHashMap<>();
    outcome.put("name", program.name);
    outcome.put("ok", error == null);
    if (error != null) outcome.put("error", error);
    outcome.put("ms", ms);
    return outcome;
  }

  /** The error with its causes and the lines of this suite that it came through. */
  private static String described(Throwable failure) {
    StringBuilder text = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) text.append(cause).append('\n');
    for (StackTraceElement frame : failure.getStackTrace()) {
      if (frame.getClassName().startsWith("compatibility.")) {
        text.append(" at ").append(frame.getFileName()).append(':').append(frame.getLineNumber());
      }
    }
    return text.toString();
  }

  private static synchronized void print(Map<String, Object> outcome) {
    try {
      System.out.println(JSON.writeValueAsString(outcome));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
