// Creates a namespace: in its cell first, then at the edge and in the record, in one step.
import { proxyActivities } from "@temporalio/workflow";
import { forwardOptions, undoOptions } from "../activity-options.ts";
import { runSaga } from "../saga.ts";
import type { NamespaceActivities, NamespaceInput } from "./namespace.activities.ts";

const forward = proxyActivities<NamespaceActivities>(forwardOptions);
const back = proxyActivities<NamespaceActivities>(undoOptions);

export async function createNamespace(input: NamespaceInput): Promise<void> {
  await runSaga({
    steps: [
      {
        run: () => forward.applyNamespaceToCell(input),
        undo: () => back.removeNamespaceFromCell(input),
      },
      { run: () => forward.publishNamespace(input) },
    ],
    fail: (reason) => back.abandonNamespace({ ...input, reason }),
  });
}
