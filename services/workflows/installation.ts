// What the operator configures of the installation: its regions and cells, as one JSON document.
import { z } from "zod";
import { cellSettings, seedCells } from "#domain/cells";
import type { Database } from "#domain/database";
import { regionSettings, seedRegions } from "#domain/regions";

const settings = z.strictObject({
  regions: z.array(regionSettings).max(200).default([]),
  cells: z.array(cellSettings).max(1_000).default([]),
});
export type InstallationSettings = z.infer<typeof settings>;

/** CELLPLANE_INSTALLATION: {"regions":[...],"cells":[...]}. */
export const installationText = z
  .string()
  .default("{}")
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: "custom", message: "must be JSON" });
      return z.NEVER;
    }
  })
  .pipe(settings);

/** Writes what is configured; repeating it changes nothing. */
export async function seedInstallation(
  database: Database,
  installation: InstallationSettings,
  now: number,
): Promise<void> {
  await database.transaction(async (tx) => {
    await seedRegions(tx, installation.regions);
    await seedCells(tx, installation.cells, now);
  });
}
