// Calls between the load and the cells: each takes a little time, and some are lost, answered into the void, or late.
// A caller hears what a real one hears: an answer, UNAVAILABLE or its own deadline.
import { CloudError, toCloudError } from "#shared/errors";
import type { Random } from "#harness/random";
import type { CallOptions, Send } from "../workload/caller.ts";
import type { SimulatedCells } from "./simulated-cell.ts";
import type { SimulatedProcess, VirtualTime } from "./virtual-time.ts";

const DEADLINE_MS = 10_000;

export interface NetworkFaults {
  /** One message in so many never arrives; 0: none. */
  losesOneIn: number;
  /** One message in so many is late. */
  delaysOneIn: number;
  delayMsMax: number;
}

interface InFlight {
  process: SimulatedProcess;
  fail: () => void;
}

export class SimulatedNetwork {
  faults: NetworkFaults = { losesOneIn: 0, delaysOneIn: 0, delayMsMax: 0 };
  calls = 0;
  readonly #time: VirtualTime;
  readonly #cells: SimulatedCells;
  readonly #random: Random;
  readonly #inFlight = new Set<InFlight>();
  readonly clients: SimulatedProcess;

  constructor(
    time: VirtualTime,
    cells: SimulatedCells,
    options: { random: Random; clients: SimulatedProcess },
  ) {
    this.#time = time;
    this.#cells = cells;
    this.#random = options.random;
    this.clients = options.clients;
    cells.onDeath = (process) => {
      for (const call of [...this.#inFlight]) if (call.process === process) call.fail();
    };
  }

  readonly send: Send = (path, request, options) =>
    new Promise((resolve, reject) => {
      this.calls += 1;
      const call = new Call({ resolve, reject });
      const deadlineMs = options.deadlineMs ?? DEADLINE_MS;
      const timer = this.#time.after(deadlineMs, this.clients, () =>
        call.fail(new CloudError("DEADLINE_EXCEEDED", "the deadline passed")),
      );
      call.onEnd.push(() => (timer.isCancelled = true));
      this.#watch(call, options);
      if (this.#isLost()) return;
      this.#time.after(this.#delayMs(), this.#time.outside, () =>
        this.#deliver(call, { path, request, deadlineMs }),
      );
    });

  #watch(call: Call, { signal }: CallOptions): void {
    if (signal === undefined) return;
    const cancel = (): void => call.fail(new CloudError("CANCELLED", "cancelled"));
    if (signal.aborted) return cancel();
    signal.addEventListener("abort", cancel, { once: true });
    call.onEnd.push(() => signal.removeEventListener("abort", cancel));
  }

  #deliver(call: Call, message: { path: string; request: Uint8Array; deadlineMs: number }): void {
    const serving = this.#cells.serving;
    const handler = serving?.table.get(message.path);
    if (serving === undefined || handler === undefined) {
      return this.#tell(() => call.fail(new CloudError("UNAVAILABLE", "connection refused")));
    }
    const { process } = serving;
    const abort = new AbortController();
    const inFlight: InFlight = {
      process,
      fail: () => {
        this.#inFlight.delete(inFlight);
        this.#tell(() => call.fail(new CloudError("UNAVAILABLE", "connection lost")));
      },
    };
    this.#inFlight.add(inFlight);
    call.onEnd.push(() => {
      if (!this.#inFlight.delete(inFlight)) return;
      this.#time.after(this.#delayMs(), process, () => abort.abort());
    });
    const deadline = this.#time.clock.now() + message.deadlineMs;
    const { path, request } = message;
    // The cell's own act, whenever it gets to it.
    this.#time.after(0, process, () => {
      const answered = handler({ path, metadata: {}, deadline, signal: abort.signal, peer: "load" }, request);
      answered.then(
        (bytes) => this.#answer(inFlight, () => call.succeed(bytes)),
        (error: unknown) => this.#answer(inFlight, () => call.fail(toCloudError(error))),
      );
    });
  }

  #answer(inFlight: InFlight, settle: () => void): void {
    if (!this.#inFlight.delete(inFlight) || this.#isLost()) return;
    this.#tell(settle);
  }

  #tell(settle: () => void): void {
    this.#time.after(this.#delayMs(), this.clients, settle);
  }

  #isLost(): boolean {
    const { losesOneIn } = this.faults;
    return losesOneIn > 0 && this.#random.oneIn(losesOneIn);
  }

  #delayMs(): number {
    const { delaysOneIn, delayMsMax } = this.faults;
    if (delaysOneIn > 0 && this.#random.oneIn(delaysOneIn)) return this.#random.between(5, delayMsMax);
    return 0.1 + this.#random.below(10) / 10;
  }
}

/** Ends once, whatever comes first. */
class Call {
  readonly onEnd: (() => void)[] = [];
  #isOver = false;
  readonly #settle: { resolve: (bytes: Uint8Array) => void; reject: (error: CloudError) => void };

  constructor(settle: { resolve: (bytes: Uint8Array) => void; reject: (error: CloudError) => void }) {
    this.#settle = settle;
  }

  succeed(bytes: Uint8Array): void {
    if (this.#end()) this.#settle.resolve(bytes);
  }

  fail(error: CloudError): void {
    if (this.#end()) this.#settle.reject(error);
  }

  #end(): boolean {
    if (this.#isOver) return false;
    this.#isOver = true;
    for (const end of this.onEnd.splice(0)) end();
    return true;
  }
}
