// A page as people see it, held to axe-core in both themes, with pictures when they are asked for.
import type { Page } from "playwright-core";
import { expectAccessible } from "./accessible.ts";
import { takeScreenshots } from "./screenshots.ts";

export async function lookAt(page: Page, name: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  await page.emulateMedia({ colorScheme: "light" });
  await takeScreenshots(page, name);
}
