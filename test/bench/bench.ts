// One run of the bench: the servers under load, started when a part first asks for them, and the rows found so far.
import type { Row } from "./report.ts";
import { startCell, type CellUnderLoad } from "./servers/cell.ts";
import type { ServerUnderLoad } from "./servers/server.ts";
import { startTemporal } from "./servers/temporal.ts";
import { temporalBinaries } from "./servers/temporal-binaries.ts";

export interface BenchSettings {
  runs: number;
  seconds: number;
  /** Whether Temporal's own server is measured in turn with ours. */
  withTemporal: boolean;
  /** Scales the parts that store many executions; 1 is what the goals speak of. */
  scale: number;
}

export class Bench {
  readonly settings: BenchSettings;
  readonly rows: Row[] = [];
  #cell: Promise<CellUnderLoad> | undefined;
  #temporal: Promise<ServerUnderLoad | undefined> | undefined;

  constructor(settings: BenchSettings) {
    this.settings = settings;
  }

  cell(): Promise<CellUnderLoad> {
    return (this.#cell ??= startCell());
  }

  /** Those to compare, ours first. */
  async servers(): Promise<ServerUnderLoad[]> {
    const temporal = await (this.#temporal ??= this.#startTemporal());
    return temporal === undefined ? [await this.cell()] : [await this.cell(), temporal];
  }

  add(row: Row): void {
    this.rows.push(row);
    const figures = Object.entries(row.figures).map(([name, figure]) => `${name} ${figure.toFixed(2)}`);
    this.say(`${row.part}: ${row.what}, ${row.server}: ${figures.join(", ")}`);
  }

  /** Progress; the result goes to stdout. */
  say(text: string): void {
    process.stderr.write(`${text}\n`);
  }

  async stop(): Promise<void> {
    await (await this.#cell)?.stop();
    await (await this.#temporal)?.stop();
  }

  async #startTemporal(): Promise<ServerUnderLoad | undefined> {
    if (!this.settings.withTemporal) return undefined;
    const binaries = await temporalBinaries();
    if (binaries === undefined) {
      this.say("Temporal's server is left out: it is not built, and there is no Go to build it.");
      return undefined;
    }
    return startTemporal(binaries);
  }
}
