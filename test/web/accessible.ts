// axe-core's verdict on a page as it is shown now, in the theme it is shown in.
import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { takeScreenshots } from "./screenshots.ts";

interface Violation {
  id: string;
  help: string;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

/** Fails with each violation's rule and where it is. */
export async function expectAccessible(page: Page): Promise<void> {
  // Evaluated by the debugger, which the page's content security policy does not bind.
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate("axe.run(document)")) as { violations: Violation[] };
  const words = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary = "" }) => `${id} (${help}) at ${target.join(" ")}: ${failureSummary}`,
    ),
  );
  expect(words.join("\n"), page.url()).toBe("");
}

/** The page in both themes: no violation, and pictures when they are wanted. */
export async function lookAt(page: Page, name: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  await page.emulateMedia({ colorScheme: "light" });
  await takeScreenshots(page, name);
}
