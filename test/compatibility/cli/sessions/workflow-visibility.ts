// Lists and counts of workflows, in each format.
import { command, eventuallyPrints, inAnyOrder, type Session } from "../session.ts";

const START = "workflow start --task-queue {q} --type";
const MINE = "WorkflowId STARTS_WITH '{p}'";

export const workflowVisibility: readonly Session[] = [
  {
    title: "workflow list and count",
    steps: [
      command("workflow execute --task-queue {q} --type echo -w {p}-1 --input", "1"),
      command("workflow execute --task-queue {q} --type fail -w {p}-2 --input", '"x"'),
      command(
        `${START} forever -w {p}-3 --search-attribute`,
        'ContractKeyword="kept"',
        "--search-attribute",
        "ContractInt=7",
      ),
      eventuallyPrints(/^Total: 3/m, "workflow count -q", MINE),
      command("workflow list -q", MINE),
      command("workflow list -o json -q", `${MINE} AND ContractInt = 7`),
      command("workflow list -o jsonl -q", `${MINE} AND ExecutionStatus = 'Completed'`),
      command("workflow list --limit 1 -q", MINE),
      command("workflow list --page-size 1 --limit 2 -q", MINE),
      command("workflow list -q", `${MINE} AND ContractKeyword IN ('kept', 'other')`),
      command("workflow list -q", `${MINE} AND StartTime > '2020-01-01T00:00:00Z' ORDER BY StartTime`),
      inAnyOrder(command("workflow count -q", `${MINE} GROUP BY ExecutionStatus`)),
      inAnyOrder(command("workflow count -o json -q", `${MINE} GROUP BY ExecutionStatus`)),
      command("workflow list -q", "WorkflowId = 'none'"),
      command("workflow list -o json -q", "WorkflowId = 'none'"),
      command("workflow list -q", "Unknown = 1"),
      command("workflow list -q", "WorkflowId ="),
      command("workflow count -q", "WorkflowId = 1"),
      command("workflow list --archived"),
      command("workflow terminate -w {p}-3"),
    ],
  },
];
