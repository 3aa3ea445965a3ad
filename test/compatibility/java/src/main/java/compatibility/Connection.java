package compatibility;

import static compatibility.Program.SHORT;
import static compatibility.Program.equal;

import io.temporal.activity.ActivityInterface;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.Map;

/** What a customer does first: one workflow with an activity, a query and an update. */
final class Connection {
  @WorkflowInterface
  public interface Welcome {
    @WorkflowMethod
    String run(String name);

    @QueryMethod
    String greeting();

    @UpdateMethod
    String finish(String sign);
  }

  @ActivityInterface
  public interface Greeter {
    String greetCustomer(String name);
  }

  public static final class WelcomeCode implements Welcome {
    private String greeting = "";
    private boolean isOver;

    @Override
    public String run(String name) {
      greeting = Workflow.newActivityStub(Greeter.class, SHORT).greetCustomer(name);
      Workflow.await(() -> isOver && Workflow.isEveryHandlerFinished());
      return greeting;
    }

    @Override
    public String greeting() {
      return greeting;
    }

    @Override
    public String finish(String sign) {
      greeting += sign;
      isOver = true;
      return greeting;
    }
  }

  static void add(Map<String, Feature> features) {
    features.put(
        "connection",
        p -> {
          p.register(worker -> worker.registerWorkflowImplementationTypes(WelcomeCode.class));
          p.register(worker -> worker.registerActivitiesImplementations((Greeter) name -> "Hello, " + name));
          p.serve();
          Welcome welcome =
              p.client.newWorkflowStub(
                  Welcome.class,
                  WorkflowOptions.newBuilder().setWorkflowId(p.id("welcome")).setTaskQueue(p.queue).build());
          WorkflowClient.start(welcome::run, "Ada");
          p.until("the activity", () -> welcome.greeting().equals("Hello, Ada"));
          equal(welcome.finish("!"), "Hello, Ada!");
          equal(WorkflowStub.fromTyped(welcome).getResult(String.class), "Hello, Ada!");
        });
  }
}
