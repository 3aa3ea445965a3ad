// Resets of one workflow and of many, and the repair of history files.
import { command, eventuallyPrints, justExits, type Session } from "../session.ts";

export const workflowReset: readonly Session[] = [
  {
    title: "workflow reset",
    steps: [
      command("workflow execute --task-queue {q} --type greeting -w {p} --input", '"you"'),
      command("workflow reset -w {p} -e 4 --reason again"),
      command("workflow result -w {p}"),
      command("workflow reset -w {p} -t FirstWorkflowTask --reason again -o json"),
      command("workflow result -w {p}"),
      command("workflow reset -w {p} -t LastWorkflowTask --reason again"),
      command("workflow result -w {p}"),
      command("workflow show -w {p}"),
      command("workflow reset -w {p} -e 99 --reason again"),
      command("workflow reset -w {p} -e 2 --reason again"),
      command("workflow reset -w {p} --reason again"),
      command("workflow reset -w {p}-none -e 4 --reason again"),
      command("workflow describe -w {p} --reset-points"),
    ],
  },
  {
    title: "workflow reset of many",
    steps: [
      command("workflow execute --task-queue {q} --type greeting -w {p}-1 --input", '"one"'),
      command("workflow execute --task-queue {q} --type greeting -w {p}-2 --input", '"two"'),
      eventuallyPrints(
        /^Total: 2/m,
        "workflow count -q",
        "WorkflowId STARTS_WITH '{p}' AND ExecutionStatus = 'Completed'",
      ),
      command("workflow reset -t FirstWorkflowTask --reason again -y -q", "WorkflowId STARTS_WITH '{p}'"),
      eventuallyPrints(
        /^Total: 4/m,
        "workflow count -q",
        "WorkflowId STARTS_WITH '{p}' AND ExecutionStatus = 'Completed'",
      ),
      command("workflow result -w {p}-2"),
    ],
  },
  {
    title: "workflow reset with new options",
    steps: [
      command("workflow execute --task-queue {q} --type greeting -w {p} --input", '"you"'),
      command(
        "workflow reset with-workflow-update-options -w {p} -t FirstWorkflowTask --reason again --versioning-override-behavior auto_upgrade",
      ),
      justExits(command("workflow update-options -w {p}-none --versioning-override-behavior unspecified")),
      command("workflow result -w {p}"),
    ],
  },
];
