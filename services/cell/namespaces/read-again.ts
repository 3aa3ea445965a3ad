// Reads again what was given up in memory together with a namespace whose deletion was lost, however often it takes.
import { delay } from "#shared/clock";
import type { Engine } from "../engine.ts";

const RETRY_MS = 500;

/** Rejects when the cell stops: the next start reads everything. */
export async function readAgain(
  { journal, log, stopping }: Pick<Engine, "journal" | "log" | "stopping">,
  what: string,
  read: () => Promise<void>,
): Promise<void> {
  for (;;) {
    try {
      await journal.recovery;
      return await read();
    } catch (error) {
      log.warn({ err: error }, `${what} could not be read again; trying again`);
    }
    await delay(RETRY_MS, stopping);
  }
}
