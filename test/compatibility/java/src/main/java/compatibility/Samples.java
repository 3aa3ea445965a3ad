package compatibility;

import io.temporal.common.converter.EncodedValues;
import io.temporal.workflow.DynamicSignalHandler;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Workflows that several programs share. */
final class Samples {
  static Object forever(EncodedValues args) {
    Workflow.sleep(Duration.ofHours(1));
    return null;
  }

  static Object atOnce(EncodedValues args) {
    return "at once";
  }

  /** Answers the amounts of the first signals "add" in their order. */
  static Object gathers(EncodedValues args) {
    return gathered(args.get(0, Integer.class));
  }

  static List<Integer> gathered(int expected) {
    List<Integer> amounts = new ArrayList<>();
    DynamicSignalHandler handler = (name, values) -> amounts.add(values.get(0, Integer.class));
    Workflow.registerListener(handler);
    Workflow.await(() -> amounts.size() >= expected);
    return new ArrayList<>(amounts.subList(0, expected));
  }

  /** Waits for the signal "go" or a request to cancel, and tells its state. */
  @WorkflowInterface
  public interface Waits {
    @WorkflowMethod
    String run();

    @SignalMethod
    void go();

    @QueryMethod
    String state();

    @QueryMethod
    String broken();
  }

  public static final class WaitsCode implements Waits {
    private String state = "waiting";

    @Override
    public String run() {
      Workflow.await(() -> state.equals("done"));
      return state;
    }

    @Override
    public void go() {
      state = "done";
    }

    @Override
    public String state() {
      return state;
    }

    @Override
    public String broken() {
      throw new IllegalStateException("it is broken");
    }
  }
}
