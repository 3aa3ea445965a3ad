// Brings a namespace's cell and the edge to its new configuration; the old one stays in force until both can have it.
import { proxyActivities } from "@temporalio/workflow";
import { forwardOptions, undoOptions } from "../activity-options.ts";
import { runSaga } from "../saga.ts";
import type { NamespaceActivities, NamespaceInput } from "./namespace.activities.ts";

const forward = proxyActivities<NamespaceActivities>(forwardOptions);
const back = proxyActivities<NamespaceActivities>(undoOptions);

export async function updateNamespace(input: NamespaceInput): Promise<void> {
  await runSaga({
    steps: [
      {
        run: () => forward.applyNamespaceToCell(input),
        undo: () => back.restoreNamespaceInCell(input),
      },
      { run: () => forward.publishNamespace(input) },
    ],
    fail: (reason) => back.settleNamespace({ ...input, reason }),
  });
}
