// Deletes a Nexus endpoint from the cells of its account and then from the record.
import { proxyActivities } from "@temporalio/workflow";
import { forwardOptions, undoOptions } from "../activity-options.ts";
import { runSaga } from "../saga.ts";
import type { EndpointInput, NexusEndpointActivities } from "./nexus-endpoint.activities.ts";

const forward = proxyActivities<NexusEndpointActivities>(forwardOptions);
const back = proxyActivities<NexusEndpointActivities>(undoOptions);

export async function deleteNexusEndpoint(input: EndpointInput): Promise<void> {
  await runSaga({
    steps: [
      {
        run: () => forward.removeEndpointFromCells(input),
        undo: () => back.restoreEndpointInCells(input),
      },
      // From here on there is nothing to fail but the control plane's own database.
      { run: () => back.forgetEndpoint(input) },
    ],
    fail: (reason) => back.settleEndpoint({ ...input, reason }),
  });
}
