// Pictures of pages, for people to look at: written to test/web/screenshots when CELLPLANE_SCREENSHOTS is set.
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";

const FOLDER = fileURLToPath(new URL("screenshots", import.meta.url));
const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

/** Light and dark, wide and narrow; the page is as before afterwards. */
export async function takeScreenshots(page: Page, name: string): Promise<void> {
  if (process.env["CELLPLANE_SCREENSHOTS"] === undefined) return;
  mkdirSync(FOLDER, { recursive: true });
  const before = page.viewportSize() ?? SIZES[0];
  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${FOLDER}/${name}-${String(size.width)}-${colorScheme}.png` });
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  if (before !== undefined) await page.setViewportSize(before);
}
