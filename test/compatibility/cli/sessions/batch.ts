// Batch jobs: seen, listed and stopped.
import { command, eventuallyPrints, type Session } from "../session.ts";

export const batch: readonly Session[] = [
  {
    title: "batch describe, list and terminate",
    steps: [
      command("workflow start --task-queue {q} --type forever -w {p}"),
      eventuallyPrints(/^Total: 1/m, "workflow count -q", "WorkflowId = '{p}'"),
      command("workflow cancel -y --reason enough -q", "WorkflowId = '{p}'"),
      eventuallyPrints(/CANCELED/, "workflow describe -w {p} -o json"),
      eventuallyPrints(/Completed|COMPLETED/, "batch list --limit 1"),
      command("batch list --limit 1 -o json"),
      command("batch describe --job-id none"),
      command("batch terminate --job-id none --reason stop"),
    ],
  },
];
