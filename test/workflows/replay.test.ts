// A saved history replays without divergence: a change of a workflow's code that old runs cannot follow fails here.
import { Worker } from "@temporalio/worker";
import { beforeAll, describe, expect, it } from "vitest";
import { createLogger } from "#shared/log";
import { bundleWorkflows } from "../../scripts/bundle-workflows.mjs";
import { savedHistories } from "./histories.ts";
import { LAWS } from "./laws.ts";
import { installRuntimeOnce, PROJECT_ROOT } from "./world.ts";

describe("the history of", () => {
  beforeAll(async () => {
    installRuntimeOnce(createLogger({ process: "replay", level: "error" }));
    await bundleWorkflows(PROJECT_ROOT, { withOrders: false });
  });

  it.each(savedHistories())("$name replays without divergence", async ({ history }) => {
    const workflowBundle = { codePath: `${PROJECT_ROOT}/dist/workflows-bundle.js` };
    await Worker.runReplayHistory({ workflowBundle }, history);
  });

  it("every workflow under the laws is saved, once well ended and once undone", () => {
    const names = savedHistories().map(({ name }) => name);
    for (const { workflowType } of LAWS) {
      expect(names).toContain(`${workflowType}.fulfilled.json`);
      expect(names).toContain(`${workflowType}.failed.json`);
    }
  });
});
