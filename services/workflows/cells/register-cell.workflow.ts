// Registers a cell: it must answer before it is open for namespaces. A wrong address fails after a minute.
import { proxyActivities } from "@temporalio/workflow";
import { forwardOptions, undoOptions } from "../activity-options.ts";
import { runSaga } from "../saga.ts";
import type { CellActivities, CellInput } from "./cell.activities.ts";

const probe = proxyActivities<CellActivities>({ ...forwardOptions, scheduleToCloseTimeout: "1m" });
const forward = proxyActivities<CellActivities>(forwardOptions);
const back = proxyActivities<CellActivities>(undoOptions);

export async function registerCell(input: CellInput): Promise<void> {
  await runSaga({
    steps: [{ run: () => probe.probeCell(input) }, { run: () => forward.openCell(input) }],
    fail: (reason) => back.abandonCell({ ...input, reason }),
  });
}
