// Brings a Nexus endpoint to its new configuration in every cell, or in none.
import { proxyActivities } from "@temporalio/workflow";
import { forwardOptions, undoOptions } from "../activity-options.ts";
import { runSaga } from "../saga.ts";
import type { EndpointInput, NexusEndpointActivities } from "./nexus-endpoint.activities.ts";

const forward = proxyActivities<NexusEndpointActivities>(forwardOptions);
const back = proxyActivities<NexusEndpointActivities>(undoOptions);

export async function updateNexusEndpoint(input: EndpointInput): Promise<void> {
  await runSaga({
    steps: [
      {
        run: () => forward.applyEndpointToCells(input),
        undo: () => back.restoreEndpointInCells(input),
      },
      { run: () => forward.publishEndpoint(input) },
    ],
    fail: (reason) => back.settleEndpoint({ ...input, reason }),
  });
}
