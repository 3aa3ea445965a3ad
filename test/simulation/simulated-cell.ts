// Cells that run the real engine on the store in memory: started, killed, paused and started again like processes.
// A supervisor starts a new one when one ends, as production's does.
import type { UnaryTable } from "#shared/grpc";
import type { Ids } from "#shared/ids";
import type { Logger } from "#shared/log";
import type { Random } from "#harness/random";
import { readCellConfig } from "../../services/cell/config.ts";
import { becomeWriter } from "../../services/cell/journal/writer-connection.ts";
import { rpcTable } from "../../services/cell/rpc/index.ts";
import { startEngine } from "../../services/cell/start-engine.ts";
import { connectWriter, memoryPool } from "./memory-store/driver.ts";
import type { MemoryStore } from "./memory-store/memory-store.ts";
import { StoreError } from "./memory-store/writes.ts";
import { SimulatedProcess, type VirtualTime } from "./virtual-time.ts";

const RESTART_MS = 500;
const DRAINAGE_GRACE_MS = 7 * 86_400_000;

export interface CellOptions {
  /** Separated by commas. */
  namespaces: string;
  executionsMax: number;
  heldBytesMax: number;
}

export class SimulatedCells {
  readonly #time: VirtualTime;
  readonly #store: MemoryStore;
  readonly #random: Random;
  readonly #options: CellOptions;
  /** Newest last. */
  readonly #serving: { process: SimulatedProcess; table: UnaryTable }[] = [];
  readonly #processes = new Set<SimulatedProcess>();
  onDeath: (process: SimulatedProcess) => void = () => undefined;
  /** What a cell logged as an error that no fault explains. */
  readonly scandals: string[] = [];
  starts = 0;
  kills = 0;

  constructor(
    time: VirtualTime,
    store: MemoryStore,
    { random, options }: { random: Random; options: CellOptions },
  ) {
    this.#time = time;
    this.#store = store;
    this.#random = random;
    this.#options = options;
  }

  /** The one that calls reach; undefined while none serves. */
  get serving(): { process: SimulatedProcess; table: UnaryTable } | undefined {
    return this.#serving.at(-1);
  }

  get running(): SimulatedProcess[] {
    return [...this.#processes];
  }

  start(): SimulatedProcess {
    this.starts += 1;
    const process = new SimulatedProcess(`cell-${String(this.starts)}`);
    this.#processes.add(process);
    this.#time.after(0, process, () => {
      this.#run(process).catch(() => this.#ended(process));
    });
    return process;
  }

  kill(process: SimulatedProcess): void {
    this.kills += 1;
    this.#ended(process);
  }

  async #run(process: SimulatedProcess): Promise<void> {
    const { namespaces, executionsMax, heldBytesMax } = this.#options;
    const config = {
      ...readCellConfig({
        CELLPLANE_DATABASE_URL: "memory",
        CELLPLANE_LISTEN_ADDRESS: "127.0.0.1:0",
        // The store in memory lists too little to count the workflows of a version.
        CELLPLANE_DRAINAGE_GRACE_MS: String(DRAINAGE_GRACE_MS),
      }),
      namespaces,
      executionsMax,
      heldBytesMax,
    };
    const pool = memoryPool(this.#store, process);
    const connect = connectWriter(this.#store, process);
    const writer = await becomeWriter(connect, process.name);
    const running = await startEngine(
      config,
      {
        clock: this.#time.clock,
        ids: seededIds(this.#random.fork()),
        log: this.#log(process),
        onFatal: (reason) => {
          if (this.#store.tables.epoch.writer === process.name)
            this.scandals.push(`${process.name}: ${reason}`);
          this.#time.after(0, process, () => this.#ended(process));
        },
      },
      { pool, lookups: pool, writer, connect },
    );
    this.#serving.push({ process, table: rpcTable(running.engine) });
  }

  /** Killed, or ended by itself. A new one starts unless another is there. */
  #ended(process: SimulatedProcess): void {
    if (process.isDead) return;
    this.#time.kill(process);
    this.#store.ownerDied(process);
    this.#processes.delete(process);
    const place = this.#serving.findIndex((one) => one.process === process);
    if (place >= 0) this.#serving.splice(place, 1);
    this.onDeath(process);
    this.#time.after(RESTART_MS, this.#time.outside, () => {
      if (this.#processes.size === 0) this.start();
    });
  }

  #log(process: SimulatedProcess): Logger {
    const ignore = (): void => undefined;
    const error = (facts: { err?: unknown }, message: string): void => {
      // A flush fails by the faults that are injected; one that the store refuses for what it says is a bug.
      if (message === "a flush failed" && isInjected(facts.err)) return;
      const why = facts.err instanceof Error ? (facts.err.stack ?? facts.err.message) : String(facts.err);
      this.scandals.push(`${process.name}: ${message}: ${why}`);
    };
    // The cell logs by these four.
    return { debug: ignore, info: ignore, warn: ignore, error } as unknown as Logger;
  }
}

/** Connections that break, a full disk, a writer that was superseded. */
const INJECTED: ReadonlySet<string> = new Set(["ECONNRESET", "ECONNREFUSED", "ETIMEDOUT", "53100", "CP001"]);

function isInjected(error: unknown): boolean {
  return !(error instanceof StoreError) || INJECTED.has(error.code);
}

const HEX = "0123456789abcdef";

export function seededIds(random: Random): Ids {
  const hex = (length: number): string => Array.from({ length }, () => HEX.charAt(random.below(16))).join("");
  const word = (): string => random.uint32().toString(16).padStart(8, "0");
  const uuid = (): string => {
    const [a, b, c, d] = [word(), word(), word(), word()];
    return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-8${c.slice(1, 4)}-${c.slice(4)}${d}`;
  };
  return {
    uuid,
    orderedUuid: (now) => {
      const time = now.toString(16).padStart(12, "0");
      return `${time.slice(0, 8)}-${time.slice(8)}-7${uuid().slice(15)}`;
    },
    short: (length) => `x${hex(length - 1)}`,
    secret: (bytes) => hex(bytes * 2),
  };
}
