package compatibility;

import static compatibility.Program.check;
import static compatibility.Program.equal;
import static compatibility.Program.raised;

import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowStub;
import io.temporal.common.SearchAttributeKey;
import io.temporal.common.SearchAttributes;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.DynamicSignalHandler;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Starts: ids, delays, eager starts, memo, search attributes and user metadata. */
final class Starts {
  static final SearchAttributeKey<String> KEYWORD = SearchAttributeKey.forKeyword("ContractKeyword");
  static final SearchAttributeKey<List<String>> LIST = SearchAttributeKey.forKeywordList("ContractList");
  static final SearchAttributeKey<String> TEXT = SearchAttributeKey.forText("ContractText");
  static final SearchAttributeKey<Long> INT = SearchAttributeKey.forLong("ContractInt");
  static final SearchAttributeKey<Double> DOUBLE = SearchAttributeKey.forDouble("ContractDouble");
  static final SearchAttributeKey<Boolean> BOOL = SearchAttributeKey.forBoolean("ContractBool");
  static final SearchAttributeKey<OffsetDateTime> DATETIME = SearchAttributeKey.forOffsetDateTime("ContractDatetime");

  static void add(Map<String, Feature> features) {
    addIds(features);
    addOptions(features);
    addProperties(features);
  }

  private static void addIds(Map<String, Feature> features) {
    features.put(
        "id-reuse-allow",
        p -> {
          p.workflow("main", Samples::atOnce);
          var again = one(p, WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE);
          var first = p.startWith(again, "main");
          first.getResult(String.class);
          check(!p.startWith(again, "main").getExecution().equals(first.getExecution()), "the same run");
        });
    features.put(
        "id-reuse-reject",
        p -> {
          p.workflow("main", Samples::atOnce);
          var again = one(p, WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE);
          p.startWith(again, "main").getResult(String.class);
          raised(WorkflowExecutionAlreadyStarted.class, () -> p.startWith(again, "main"));
        });
    features.put(
        "id-reuse-failed-only",
        p -> {
          p.workflow(
              "main",
              args -> {
                if (args.get(0, Boolean.class)) throw ApplicationFailure.newFailure("no", "No");
                return null;
              });
          var again = one(p, WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE_FAILED_ONLY);
          raised(WorkflowFailedException.class, () -> p.startWith(again, "main", true).getResult(Void.class));
          p.startWith(again, "main", false).getResult(Void.class);
          raised(WorkflowExecutionAlreadyStarted.class, () -> p.startWith(again, "main", false));
        });
    features.put(
        "id-conflict-fail",
        p -> {
          var first = occupied(p);
          raised(
              WorkflowExecutionAlreadyStarted.class,
              () -> p.startWith(options -> options.setWorkflowId(p.id("one")), "main"));
          first.terminate("");
        });
    features.put(
        "id-conflict-use-existing",
        p -> {
          var first = occupied(p);
          var second = conflicting(p, WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING);
          equal(second.getExecution(), first.getExecution());
          first.terminate("");
        });
    features.put(
        "id-conflict-terminate-existing",
        p -> {
          var first = occupied(p);
          var second = conflicting(p, WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_TERMINATE_EXISTING);
          check(!second.getExecution().equals(first.getExecution()), "the same run");
          var old = p.client.newUntypedWorkflowStub(first.getExecution(), Optional.empty());
          equal(p.status(old), WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TERMINATED);
          second.terminate("");
        });
  }

  private static Consumer<WorkflowOptions.Builder> one(Program p, WorkflowIdReusePolicy policy) {
    return options -> options.setWorkflowId(p.id("one")).setWorkflowIdReusePolicy(policy);
  }

  private static WorkflowStub occupied(Program p) {
    p.workflow("main", Samples::forever);
    return p.startWith(options -> options.setWorkflowId(p.id("one")), "main");
  }

  private static WorkflowStub conflicting(Program p, WorkflowIdConflictPolicy policy) {
    return p.startWith(options -> options.setWorkflowId(p.id("one")).setWorkflowIdConflictPolicy(policy), "main");
  }

  private static void addOptions(Map<String, Feature> features) {
    features.put(
        "start-delay",
        p -> {
          p.workflow("main", Samples::atOnce);
          long before = System.nanoTime();
          var run = p.startWith(options -> options.setStartDelay(Duration.ofMillis(1500)), "main");
          run.getResult(String.class);
          check(System.nanoTime() - before >= 1_500_000_000L, "it did not wait");
          var started = p.events(run).get(0).getWorkflowExecutionStartedEventAttributes();
          equal(started.getFirstWorkflowTaskBackoff().getNanos(), 500_000_000);
        });
    features.put(
        "start-delay-cut-by-signal",
        p -> {
          p.workflow("main", Samples::gathers);
          p.startWith(options -> options.setWorkflowId(p.id("one")).setStartDelay(Duration.ofHours(1)), "main", 1);
          var again = p.stub(options -> options.setWorkflowId(p.id("one")), "main");
          again.signalWithStart("add", new Object[] {1}, new Object[] {1});
          equal(again.getResult(List.class), List.of(1));
        });
    features.put(
        "eager-workflow-start",
        p -> {
          p.workflow("main", Samples::atOnce);
          p.serve();
          var run = p.startWith(options -> options.setDisableEagerExecution(false), "main");
          equal(run.getResult(String.class), "at once");
          check(
              p.events(run).get(0).getWorkflowExecutionStartedEventAttributes().getEagerExecutionAccepted(),
              "not eager");
        });
    features.put(
        "dynamic-workflow",
        p -> {
          p.workflow("*", args -> Workflow.getInfo().getWorkflowType());
          equal(p.run(String.class, "whatever"), "whatever");
        });
  }

  private static void addProperties(Map<String, Feature> features) {
    features.put(
        "search-attributes",
        p -> {
          SearchAttributes given =
              SearchAttributes.newBuilder()
                  .set(KEYWORD, "blue")
                  .set(LIST, List.of("a", "b"))
                  .set(TEXT, "the quick brown fox")
                  .set(INT, 42L)
                  .set(DOUBLE, 1.5)
                  .set(BOOL, true)
                  .set(DATETIME, OffsetDateTime.of(2024, 5, 6, 7, 8, 9, 0, ZoneOffset.UTC))
                  .build();
          p.workflow("main", args -> Workflow.getTypedSearchAttributes().size());
          var run = p.startWith(options -> options.setTypedSearchAttributes(given), "main");
          equal(run.getResult(Integer.class), 7);
          SearchAttributes described = run.describe().getTypedSearchAttributes();
          equal(described.get(LIST), List.of("a", "b"));
          equal(described.get(TEXT), "the quick brown fox");
          equal(described.get(DATETIME).toInstant(), given.get(DATETIME).toInstant());
        });
    features.put(
        "search-attributes-upsert",
        p -> {
          p.workflow(
              "main",
              args -> {
                Workflow.upsertTypedSearchAttributes(INT.valueSet(7L), KEYWORD.valueUnset());
                return null;
              });
          SearchAttributes given = SearchAttributes.newBuilder().set(KEYWORD, "gone soon").build();
          var run = p.startWith(options -> options.setTypedSearchAttributes(given), "main");
          run.getResult(Void.class);
          SearchAttributes described = run.describe().getTypedSearchAttributes();
          equal(described.get(INT), 7L);
          check(!described.containsKey(KEYWORD), "still there");
        });
    features.put(
        "search-attributes-undefined",
        p -> {
          SearchAttributes given =
              SearchAttributes.newBuilder().set(SearchAttributeKey.forKeyword("NobodyDefinedThis"), "x").build();
          p.workflow("main", Samples::atOnce);
          var error =
              raised(
                  WorkflowServiceException.class,
                  () -> p.startWith(options -> options.setTypedSearchAttributes(given), "main"));
          check(error.getCause().getMessage().contains("NobodyDefinedThis"), error.getCause().getMessage());
        });
    features.put(
        "memo",
        p -> {
          p.workflow(
              "main",
              args -> {
                Map<String, Object> memo = new HashMap<>();
                memo.put("note", "second");
                memo.put("gone", null);
                Workflow.upsertMemo(memo);
                return null;
              });
          var run = p.startWith(options -> options.setMemo(Map.of("note", "first", "kept", 1, "gone", true)), "main");
          run.getResult(Void.class);
          var fields = p.describe(run).getWorkflowExecutionInfo().getMemo().getFieldsMap();
          equal(fields.get("note").getData().toStringUtf8(), "\"second\"");
          check(fields.containsKey("kept") && !fields.containsKey("gone"), fields.keySet().toString());
        });
    features.put(
        "user-metadata",
        p -> {
          p.workflow(
              "main",
              args -> {
                Workflow.setCurrentDetails("half way");
                boolean[] isOver = {false};
                DynamicSignalHandler go = (name, values) -> isOver[0] = true;
                Workflow.registerListener(go);
                Workflow.await(() -> isOver[0]);
                return null;
              });
          var run =
              p.startWith(
                  options -> options.setStaticSummary("an order").setStaticDetails("of **two** lines"), "main");
          equal(run.describe().getStaticSummary(), "an order");
          equal(run.describe().getStaticDetails(), "of **two** lines");
          var metadata =
              run.query("__temporal_workflow_metadata", io.temporal.api.sdk.v1.WorkflowMetadata.class);
          equal(metadata.getCurrentDetails(), "half way");
          run.signal("go");
          run.getResult(Void.class);
        });
  }
}
