package compatibility;

import static compatibility.Program.SHORT;
import static compatibility.Program.application;
import static compatibility.Program.causeOf;
import static compatibility.Program.check;
import static compatibility.Program.equal;
import static compatibility.Program.raised;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.Map;

/** Updates: stages, validators, de-duplication, and update-with-start. */
final class Updates {
  /** Keeps a total until the signal "go". */
  @WorkflowInterface
  public interface Keeps {
    @WorkflowMethod
    int run();

    @SignalMethod
    void go();

    @UpdateMethod
    int add(int amount);

    @UpdateValidatorMethod(updateName = "add")
    void positive(int amount);

    @UpdateMethod(name = "wait")
    String waitForGo();

    @UpdateMethod
    void fail();

    @UpdateMethod
    void forever();

    @UpdateMethod
    String greet(String name);
  }

  public static final class KeepsCode implements Keeps {
    private int total;
    private boolean isOver;

    @Override
    public int run() {
      Workflow.await(() -> isOver && Workflow.isEveryHandlerFinished());
      return total;
    }

    @Override
    public void go() {
      isOver = true;
    }

    @Override
    public int add(int amount) {
      return total += amount;
    }

    @Override
    public void positive(int amount) {
      if (amount < 0) throw new IllegalArgumentException("negative amounts are refused");
    }

    @Override
    public String waitForGo() {
      Workflow.await(() -> isOver);
      return "waited";
    }

    @Override
    public void fail() {
      throw ApplicationFailure.newFailure("it broke", "Broken");
    }

    @Override
    public void forever() {
      Samples.forever(null);
    }

    @Override
    public String greet(String name) {
      String greeting = Workflow.newUntypedActivityStub(SHORT).execute("greet", String.class, name);
      Workflow.sleep(10);
      return greeting;
    }
  }

  static void add(Map<String, Feature> features) {
    features.put(
        "update-completed",
        p -> {
          var run = keeping(p);
          equal(run.update("add", Integer.class, 5), 5);
          equal(run.update("add", Integer.class, 7), 12);
          run.signal("go");
          equal(run.getResult(Integer.class), 12);
          equal(p.count(run, EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_COMPLETED), 2L);
        });
    features.put(
        "update-accepted",
        p -> {
          var run = keeping(p);
          var update = run.startUpdate("wait", WorkflowUpdateStage.ACCEPTED, String.class);
          equal(p.count(run, EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_COMPLETED), 0L);
          run.signal("go");
          equal(update.getResult(), "waited");
          run.getResult(Integer.class);
        });
    features.put(
        "update-rejected",
        p -> {
          var run = keeping(p);
          var error = raised(WorkflowUpdateException.class, () -> run.update("add", Integer.class, -1));
          check(application(error).getOriginalMessage().contains("negative"), "another failure");
          // A refused update leaves no trace.
          equal(p.count(run, EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED), 0L);
          run.terminate("");
        });
    features.put(
        "update-failed",
        p -> {
          var run = keeping(p);
          var error = raised(WorkflowUpdateException.class, () -> run.update("fail", Void.class));
          equal(application(error).getType(), "Broken");
          equal(p.count(run, EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_COMPLETED), 1L);
          run.terminate("");
        });
    features.put(
        "update-unknown",
        p -> {
          var run = keeping(p);
          raised(WorkflowUpdateException.class, () -> run.update("no such", Void.class));
          run.terminate("");
        });
    features.put(
        "update-deduplicated",
        p -> {
          var run = keeping(p);
          for (int i = 0; i < 3; i++) equal(run.startUpdate(named("the only one"), 5).getResult(), 5);
          run.terminate("");
        });
    features.put(
        "update-handle",
        p -> {
          var run = keeping(p);
          run.startUpdate(named("found later"), 5);
          equal(run.getUpdateHandle("found later", Integer.class).getResult(), 5);
          var error =
              raised(
                  StatusRuntimeException.class, () -> run.getUpdateHandle("never sent", Integer.class).getResult());
          equal(error.getStatus().getCode(), Status.Code.NOT_FOUND);
          run.terminate("");
        });
    features.put(
        "update-closed",
        p -> {
          p.workflow("main", Samples::atOnce);
          var run = p.start("main");
          run.getResult(String.class);
          raised(WorkflowNotFoundException.class, () -> run.update("add", Integer.class, 1));
        });
    features.put(
        "update-aborted-by-close",
        p -> {
          var run = keeping(p);
          var update = run.startUpdate("forever", WorkflowUpdateStage.ACCEPTED, Void.class);
          run.terminate("");
          var error = raised(WorkflowUpdateException.class, update::getResult);
          equal(application(error).getType(), "AcceptedUpdateCompletedWorkflow");
        });
    features.put(
        "update-runs-activity",
        p -> {
          p.activity("greet", args -> "Hello, " + args.get(0, String.class));
          var run = keeping(p);
          equal(run.update("greet", String.class, "Ada"), "Hello, Ada");
          run.signal("go");
          run.getResult(Integer.class);
        });
    features.put(
        "update-with-start",
        p -> {
          register(p);
          p.serve();
          WorkflowStub first = withStart(p, WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING);
          WorkflowStub second = withStart(p, WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING);
          equal(first.executeUpdateWithStart(added(), new Object[] {3}, new Object[] {}), 3);
          equal(second.executeUpdateWithStart(added(), new Object[] {3}, new Object[] {}), 6);
          equal(first.getExecution(), second.getExecution());
          first.terminate("");
        });
    features.put(
        "update-with-start-conflict",
        p -> {
          register(p);
          var run = p.startWith(options -> options.setWorkflowId(p.id("one")), "Keeps");
          WorkflowStub again = withStart(p, WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL);
          var error =
              raised(
                  WorkflowServiceException.class,
                  () -> again.executeUpdateWithStart(added(), new Object[] {3}, new Object[] {}));
          equal(
              causeOf(error, StatusRuntimeException.class).getStatus().getCode(), Status.Code.ALREADY_EXISTS);
          run.terminate("");
        });
  }

  private static void register(Program p) {
    p.register(worker -> worker.registerWorkflowImplementationTypes(KeepsCode.class));
  }

  private static WorkflowStub keeping(Program p) {
    register(p);
    return p.start("Keeps");
  }

  private static WorkflowStub withStart(Program p, WorkflowIdConflictPolicy policy) {
    return p.stub(options -> options.setWorkflowId(p.id("one")).setWorkflowIdConflictPolicy(policy), "Keeps");
  }

  private static UpdateOptions<Integer> added() {
    return UpdateOptions.<Integer>newBuilder()
        .setUpdateName("add")
        .setResultClass(Integer.class)
        .setWaitForStage(WorkflowUpdateStage.COMPLETED)
        .build();
  }

  private static UpdateOptions<Integer> named(String updateId) {
    return UpdateOptions.<Integer>newBuilder()
        .setUpdateName("add")
        .setUpdateId(updateId)
        .setResultClass(Integer.class)
        .setWaitForStage(WorkflowUpdateStage.COMPLETED)
        .build();
  }
}
