// Deletes a namespace from its cell and then from the record. The edge has refused it since the deletion was accepted.
// What a cell has deleted does not come back: an undo makes the namespace usable again, empty.
import { proxyActivities } from "@temporalio/workflow";
import { forwardOptions, undoOptions } from "../activity-options.ts";
import { runSaga } from "../saga.ts";
import type { NamespaceActivities, NamespaceInput } from "./namespace.activities.ts";

const forward = proxyActivities<NamespaceActivities>(forwardOptions);
const back = proxyActivities<NamespaceActivities>(undoOptions);

export async function deleteNamespace(input: NamespaceInput): Promise<void> {
  await runSaga({
    steps: [
      {
        run: () => forward.removeNamespaceFromCell(input),
        undo: () => back.restoreNamespaceInCell(input),
      },
      // From here on there is no way back, and nothing to fail but the control plane's own database.
      { run: () => back.forgetNamespace(input) },
    ],
    fail: (reason) => back.settleNamespace({ ...input, reason }),
  });
}
