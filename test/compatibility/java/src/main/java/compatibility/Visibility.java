package compatibility;

import static compatibility.Program.check;
import static compatibility.Program.equal;
import static compatibility.Program.raised;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.batch.v1.BatchOperationCancellation;
import io.temporal.api.batch.v1.BatchOperationSignal;
import io.temporal.api.batch.v1.BatchOperationTermination;
import io.temporal.api.enums.v1.BatchOperationState;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.workflowservice.v1.DescribeBatchOperationRequest;
import io.temporal.api.workflowservice.v1.DescribeBatchOperationResponse;
import io.temporal.api.workflowservice.v1.ListBatchOperationsRequest;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.StartBatchOperationRequest;
import io.temporal.client.WorkflowStub;
import io.temporal.common.SearchAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists and counts with filters, and batch operations over what they find. */
final class Visibility {
  static void add(Map<String, Feature> features) {
    features.put(
        "list-filter",
        p -> {
          many(p, 5);
          Map<String, Integer> expected = new LinkedHashMap<>();
          expected.put("ContractInt >= 3", 2);
          expected.put("ContractInt BETWEEN 1 AND 3", 3);
          expected.put("ContractInt = 1 OR ContractInt = 2", 2);
          expected.put("ContractInt IN (0, 4)", 2);
          expected.put("NOT ContractInt = 0", 4);
          expected.put("ContractBool = true", 3);
          expected.put("ExecutionStatus = 'Completed'", 5);
          expected.put("ExecutionStatus = 'Running'", 0);
          expected.put("WorkflowType = 'main' AND CloseTime IS NOT NULL", 5);
          expected.put("StartTime > '2020-01-01T00:00:00Z'", 5);
          expected.put("ContractList = 'all'", 5);
          expected.put("WorkflowId STARTS_WITH 'java-list-filter'", 5);
          expected.put("ContractDouble IS NULL", 5);
          for (var one : expected.entrySet()) {
            long found = listed(p, one.getKey());
            check(found == one.getValue(), one.getKey() + ": expected " + one.getValue() + ", got " + found);
          }
        });
    features.put(
        "list-pages",
        p -> {
          many(p, 5);
          Set<String> seen = new HashSet<>();
          var request =
              ListWorkflowExecutionsRequest.newBuilder().setNamespace(p.namespace).setPageSize(2).setQuery(mine(p, ""));
          while (true) {
            var page = p.raw().listWorkflowExecutions(request.build());
            page.getExecutionsList().forEach(info -> seen.add(info.getExecution().getRunId()));
            if (page.getNextPageToken().isEmpty()) break;
            request.setNextPageToken(page.getNextPageToken());
          }
          equal(seen.size(), 5);
        });
    features.put(
        "list-invalid-filter",
        p -> {
          for (String filter : List.of("nonsense (", "NobodyDefinedThis = 1", "ContractInt = 'not a number'")) {
            raised(Exception.class, () -> p.client.listExecutions(filter).count());
          }
        });
    features.put(
        "count",
        p -> {
          many(p, 5);
          equal(p.client.countWorkflows(mine(p, "")).getCount(), 5L);
        });
    features.put(
        "count-by-status",
        p -> {
          many(p, 3);
          var groups = p.client.countWorkflows(mine(p, "") + " GROUP BY ExecutionStatus").getGroups();
          equal(groups.size(), 1);
          equal(groups.get(0).getCount(), 3L);
          equal(groups.get(0).getGroupValues().get(0).get(0), "Completed");
        });
    addBatches(features);
  }

  /** Restricts a filter to the program's runs. */
  private static String mine(Program p, String filter) {
    String own = "ContractKeyword = '" + p.queue + "'";
    return filter.isEmpty() ? own : own + " AND (" + filter + ")";
  }

  private static long listed(Program p, String filter) {
    return p.client.listExecutions(mine(p, filter)).count();
  }

  /** Runs workflows with search attributes and waits until all of them are listed as closed. */
  private static void many(Program p, int runs) throws Exception {
    p.workflow("main", Samples::atOnce);
    for (int i = 0; i < runs; i++) {
      SearchAttributes given =
          SearchAttributes.newBuilder()
              .set(Starts.KEYWORD, p.queue)
              .set(Starts.INT, (long) i)
              .set(Starts.BOOL, i % 2 == 0)
              .set(Starts.LIST, List.of("all", String.valueOf(i)))
              .build();
      p.startWith(options -> options.setTypedSearchAttributes(given), "main").getResult(String.class);
    }
    p.until("the runs in the list", () -> listed(p, "ExecutionStatus = 'Completed'") == runs);
  }

  private static void addBatches(Map<String, Feature> features) {
    features.put(
        "batch-terminate",
        p -> {
          var request = StartBatchOperationRequest.newBuilder();
          request.setTerminationOperation(BatchOperationTermination.getDefaultInstance());
          batched(p, request, WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TERMINATED);
        });
    features.put(
        "batch-cancel",
        p -> {
          var request = StartBatchOperationRequest.newBuilder();
          request.setCancellationOperation(BatchOperationCancellation.getDefaultInstance());
          batched(p, request, WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED);
        });
    features.put("batch-signal", p -> signalAll(p));
    features.put(
        "batch-list-describe",
        p -> {
          var job = signalAll(p);
          equal(job.getReason(), "as asked");
          equal(job.getCompleteOperationCount(), 3L);
          p.until(
              "the job in the list",
              () ->
                  p.raw()
                      .listBatchOperations(
                          ListBatchOperationsRequest.newBuilder().setNamespace(p.namespace).setPageSize(100).build())
                      .getOperationInfoList()
                      .stream()
                      .anyMatch(info -> info.getJobId().equals(p.id("job"))));
        });
  }

  private static DescribeBatchOperationResponse signalAll(Program p) throws Exception {
    var request = StartBatchOperationRequest.newBuilder();
    request.setSignalOperation(BatchOperationSignal.newBuilder().setSignal("go"));
    return batched(p, request, WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);
  }

  /** Applies an operation to three open runs, which must end as expected; tells what became of the job. */
  private static DescribeBatchOperationResponse batched(
      Program p, StartBatchOperationRequest.Builder request, WorkflowExecutionStatus expected) throws Exception {
    p.register(worker -> worker.registerWorkflowImplementationTypes(Samples.WaitsCode.class));
    SearchAttributes given = SearchAttributes.newBuilder().set(Starts.KEYWORD, p.queue).build();
    List<WorkflowStub> runs = new ArrayList<>();
    for (int i = 0; i < 3; i++) runs.add(p.startWith(options -> options.setTypedSearchAttributes(given), "Waits"));
    p.until("the runs in the list", () -> listed(p, "ExecutionStatus = 'Running'") == 3);
    request
        .setNamespace(p.namespace)
        .setJobId(p.id("job"))
        .setReason("as asked")
        .setVisibilityQuery(mine(p, "ExecutionStatus = 'Running'"));
    p.until(
        "a free slot",
        () -> {
          // A namespace runs few jobs at a time: others may be under way.
          try {
            p.raw().startBatchOperation(request.build());
            return true;
          } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() != Status.Code.RESOURCE_EXHAUSTED) throw e;
            return false;
          }
        });
    var ask =
        DescribeBatchOperationRequest.newBuilder().setNamespace(p.namespace).setJobId(p.id("job")).build();
    p.until(
        "the end of the job",
        () ->
            p.raw().describeBatchOperation(ask).getState()
                == BatchOperationState.BATCH_OPERATION_STATE_COMPLETED);
    for (WorkflowStub run : runs) equal(p.closed(run), expected);
    return p.raw().describeBatchOperation(ask);
  }
}
