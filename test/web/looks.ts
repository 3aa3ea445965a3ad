// A look at a page: no barrier in either theme, and pictures when they are wanted.
import type { Page } from "playwright-core";
import { expectAccessible } from "./accessible.ts";
import { takeScreenshots } from "./screenshots.ts";

export async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  await page.emulateMedia({ colorScheme: "light" });
  await takeScreenshots(page, name);
}
