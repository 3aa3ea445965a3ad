// Creates a Nexus endpoint: in the cells of its account, then in the record.
import { proxyActivities } from "@temporalio/workflow";
import { forwardOptions, undoOptions } from "../activity-options.ts";
import { runSaga } from "../saga.ts";
import type { EndpointInput, NexusEndpointActivities } from "./nexus-endpoint.activities.ts";

const forward = proxyActivities<NexusEndpointActivities>(forwardOptions);
const back = proxyActivities<NexusEndpointActivities>(undoOptions);

export async function createNexusEndpoint(input: EndpointInput): Promise<void> {
  await runSaga({
    steps: [
      {
        run: () => forward.applyEndpointToCells(input),
        undo: () => back.removeEndpointFromCells(input),
      },
      { run: () => forward.publishEndpoint(input) },
    ],
    fail: (reason) => back.abandonEndpoint({ ...input, reason }),
  });
}
