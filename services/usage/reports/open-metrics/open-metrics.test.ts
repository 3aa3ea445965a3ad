// The text of metrics holds whatever names people choose, and a budget refills as time passes.
import { expect, test } from "vitest";
import { DESCRIPTORS } from "./descriptors.ts";
import { exposition } from "./exposition.ts";
import { ScrapeBudget } from "./scrape-budget.ts";

const NAME = "temporal_cloud_v1_billable_action_count";

test("families without samples are left out, and labels are escaped and in order", () => {
  const labels = { temporal_workflow_type: 'a"b\\c\nd', action_type: "start_timer" };
  expect(exposition(DESCRIPTORS, [{ metric: NAME, labels, value: 0.25 }], 1_793_000_000_000)).toBe(
    `# TYPE ${NAME} gauge\n` +
      `# HELP ${NAME} Billable actions per second, by action type and workflow type.\n` +
      `${NAME}{action_type="start_timer",temporal_workflow_type="a\\"b\\\\c\\nd"} 0.25 1793000000\n` +
      "# EOF\n",
  );
  expect(exposition(DESCRIPTORS, [], 0)).toBe("# EOF\n");
});

test("an account has 180 scrapes an hour, and is told when the next is free", () => {
  let now = 0;
  const budget = new ScrapeBudget({ monotonic: () => now });
  for (let scrape = 0; scrape < 180; scrape += 1) budget.take("acme");
  expect(() => budget.take("acme")).toThrow(expect.objectContaining({ retryAfterMs: 20_000 }) as Error);
  budget.take("other");
  now += 20_000;
  budget.take("acme");
  expect(() => budget.take("acme")).toThrow("180 times an hour");
});
