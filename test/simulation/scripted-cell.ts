// One simulated cell in a calm world, for a script that says which single thing goes wrong and when. Time passes only as
// the script lets it, so what it tells happens in that order each time.
import { Random } from "#harness/random";
import { Caller } from "../workload/caller.ts";
import { FaultyLink } from "./memory-store/faults.ts";
import { MemoryStore } from "./memory-store/memory-store.ts";
import { SimulatedCells } from "./simulated-cell.ts";
import { SimulatedNetwork } from "./simulated-network.ts";
import { SimulatedProcess, VirtualTime } from "./virtual-time.ts";

const SEED = 1;
const LATENCY_MS = 0.5;
/** A script that is not over by then waits for something that does not come. */
const SCRIPT_MS_MAX = 600_000;

export const SCRIPTED_NAMESPACE = "scripted";

/** A way to the store on which nothing happens by chance. */
class ScriptedLink extends FaultyLink {
  /** Of the next message alone. */
  nextLatencyMs: number | undefined;

  override latencyMs(): number {
    const latencyMs = this.nextLatencyMs ?? LATENCY_MS;
    this.nextLatencyMs = undefined;
    return latencyMs;
  }

  /** Before the answer of what was under way could arrive. */
  override noticeMs(): number {
    return 0;
  }
}

export class ScriptedCell {
  readonly store: MemoryStore;
  readonly cells: SimulatedCells;
  readonly caller: Caller;
  readonly #time: VirtualTime;
  readonly #link: ScriptedLink;

  constructor(time: VirtualTime) {
    this.#time = time;
    const random = new Random(SEED);
    this.#link = new ScriptedLink(random.fork());
    this.store = new MemoryStore(time, this.#link);
    const options = { namespaces: SCRIPTED_NAMESPACE, executionsMax: 5_000, heldBytesMax: 48_000_000 };
    this.cells = new SimulatedCells(time, this.store, { random: random.fork(), options });
    const clients = new SimulatedProcess("clients");
    const network = new SimulatedNetwork(time, this.cells, { random: random.fork(), clients });
    this.caller = new Caller(network.send);
    this.cells.start();
  }

  pass(ms: number): Promise<void> {
    return new Promise((resolve) => this.#time.after(ms, this.#time.outside, resolve));
  }

  /** The next flush with this statement is done, and its answer is lost with the connection. */
  losesAnswerOf(statement: string): void {
    this.store.onCommit = (session, statements) => {
      if (!statements.some(({ name }) => name === statement)) return;
      this.store.onCommit = () => undefined;
      this.store.break(session, 0);
    };
  }

  /** The next epoch begins, and its answer is lost with the connection. */
  losesAnswerOfEpoch(): void {
    this.store.onEpoch = (session) => {
      this.store.onEpoch = () => undefined;
      this.store.break(session, 0);
    };
  }

  /** The answer to the next query that begins so is what the store has then, and arrives late. */
  delaysAnswerTo(beginning: string, ms: number): void {
    this.store.onRead = (text) => {
      if (!text.startsWith(beginning)) return;
      this.store.onRead = () => undefined;
      this.#link.nextLatencyMs = ms;
    };
  }

  /** The process is gone, and a new one serves. */
  async restart(): Promise<void> {
    for (const process of this.cells.running) this.cells.kill(process);
    await this.serves();
  }

  async serves(): Promise<void> {
    do await this.pass(10);
    while (this.cells.serving === undefined);
  }
}

/** Errors: those of the script. */
export async function liveScript(script: (cell: ScriptedCell) => Promise<void>): Promise<void> {
  const time = new VirtualTime();
  const restore = time.install();
  try {
    const cell = new ScriptedCell(time);
    let isOver = false;
    const told = cell.serves().then(() => script(cell));
    const ended = told.finally(() => (isOver = true)).catch(() => undefined);
    const until = time.now + SCRIPT_MS_MAX;
    await time.run(() => isOver || time.now > until);
    if (!isOver) throw new Error("the script is not over");
    await ended;
    await told;
  } finally {
    restore();
  }
}
