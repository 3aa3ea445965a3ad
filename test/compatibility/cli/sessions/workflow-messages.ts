// Signals, queries and updates, alone and with a start.
import { command, eventuallyPrints, type Session } from "../session.ts";

const GATHER = "--task-queue {q} --type gather -w {p}";

export const workflowMessages: readonly Session[] = [
  {
    title: "workflow signal and query",
    steps: [
      command(`workflow start ${GATHER}`),
      command("workflow signal -w {p} --name add -i", '"one"'),
      eventuallyPrints(/one/, "workflow query -w {p} --type items"),
      command("workflow query -w {p} --type items -o json"),
      command("workflow query -w {p} --type unknown"),
      command("workflow query -w {p} --type failing"),
      command("workflow signal -w {p}-none --name add"),
      command("workflow query -w {p}-none --type items"),
      eventuallyPrints(/^Total: 1/m, "workflow count -q", "WorkflowId = '{p}'"),
      command("workflow signal --name add -y --reason more -i", '"two"', "-q", "WorkflowId = '{p}'"),
      eventuallyPrints(/two/, "workflow query -w {p} --type items"),
      command("workflow signal -w {p} --name finish"),
      command("workflow result -w {p}"),
      command("workflow signal -w {p} --name add"),
      command("workflow query -w {p} --type items"),
      command("workflow query -w {p} --type items --reject-condition not_open"),
    ],
  },
  {
    title: "workflow update",
    steps: [
      command(`workflow start ${GATHER}`),
      command("workflow update execute -w {p} --name addUpdate --update-id first -i", '"one"'),
      command("workflow update execute -w {p} --name addUpdate --update-id json -o json -i", '"two"'),
      command("workflow update execute -w {p} --name addUpdate -i", '""'),
      command("workflow update execute -w {p} --name addUpdate -i", '"poison"'),
      command("workflow update execute -w {p} --name unknown -i", "1"),
      command(
        "workflow update start -w {p} --name slowUpdate --update-id slow --wait-for-stage accepted -i",
        "200",
      ),
      command("workflow update result -w {p} --update-id slow"),
      command("workflow update describe -w {p} --update-id slow"),
      command("workflow update describe -w {p} --update-id first -o json"),
      command("workflow update describe -w {p} --update-id never"),
      command("workflow update execute -w {p}-none --name addUpdate -i", "1"),
      command("workflow signal -w {p} --name finish"),
      command("workflow result -w {p}"),
      command("workflow update execute -w {p} --name addUpdate -i", '"late"'),
      command("workflow show -w {p}"),
    ],
  },
  {
    title: "workflow signal-with-start and update-with-start",
    steps: [
      command(`workflow signal-with-start ${GATHER} --signal-name add --signal-input`, '"one"'),
      command(`workflow signal-with-start ${GATHER} --signal-name add --signal-input`, '"two"', "-o", "json"),
      command(
        `workflow execute-update-with-start ${GATHER} --update-name addUpdate --update-id u --id-conflict-policy UseExisting --update-input`,
        '"three"',
      ),
      command(
        `workflow start-update-with-start ${GATHER}-new --update-name addUpdate --update-wait-for-stage accepted --id-conflict-policy UseExisting -o json --update-input`,
        '"four"',
      ),
      command("workflow query -w {p} --type items"),
      command("workflow signal -w {p} --name finish"),
      command("workflow result -w {p}"),
      command("workflow terminate -w {p}-new"),
    ],
  },
];
