// Everything that happens to a simulated cell and is not its fault, one after the other, at times that the seed decides.
import type { Random } from "#harness/random";
import { NO_FAULTS, type FaultyLink } from "./memory-store/faults.ts";
import type { MemoryStore } from "./memory-store/memory-store.ts";
import type { SimulatedCells } from "./simulated-cell.ts";
import type { SimulatedNetwork } from "./simulated-network.ts";
import type { VirtualTime } from "./virtual-time.ts";

const PAUSE_MS_MAX = 20_000;
const CLOCK_STEPS_MS = [700, 30_000, 3_600_000, 86_400_000];

export interface AdversityParts {
  random: Random;
  link: FaultyLink;
  store: MemoryStore;
  cells: SimulatedCells;
  network: SimulatedNetwork;
  /** Looks at what is stored when a process is gone. */
  afterCrash: () => void;
}

export class Adversity {
  readonly #time: VirtualTime;
  readonly #parts: AdversityParts;
  #isOver = false;

  constructor(time: VirtualTime, parts: AdversityParts) {
    this.#time = time;
    this.#parts = parts;
  }

  start(): void {
    const { random, link, network } = this.#parts;
    link.faults = random.pick([
      NO_FAULTS,
      { breaksOneIn: 200, slowOneIn: 50, slowMsMax: 1_000 },
      { breaksOneIn: 2_000, slowOneIn: 500, slowMsMax: 10_000 },
    ]);
    network.faults = random.pick([
      { losesOneIn: 0, delaysOneIn: 0, delayMsMax: 0 },
      { losesOneIn: 100, delaysOneIn: 50, delayMsMax: 3_000 },
      { losesOneIn: 500, delaysOneIn: 100, delayMsMax: 15_000 },
    ]);
    this.#planNext();
  }

  /** Everything works from here on: what is away comes back. */
  end(): void {
    this.#isOver = true;
    const { link, network, store, cells } = this.#parts;
    link.faults = NO_FAULTS;
    network.faults = { losesOneIn: 0, delaysOneIn: 0, delayMsMax: 0 };
    store.comeBack();
    this.#time.skewMs = 0;
    for (const process of cells.running) if (process.isPaused) this.#time.resume(process);
    if (cells.running.length === 0) cells.start();
  }

  #planNext(): void {
    const { random } = this.#parts;
    this.#after(random.between(500, random.pick([2_000, 20_000])), () => {
      random.pick([
        () => this.#kill(),
        () => this.#kill(),
        () => this.#breakDatabase(),
        () => this.#takeOver(),
        () => this.#kill(),
        () => this.#setClock(),
      ])();
      this.#planNext();
    });
  }

  #after(ms: number, act: () => void): void {
    this.#time.after(ms, this.#time.outside, () => {
      if (!this.#isOver) act();
    });
  }

  #kill(): void {
    const { cells, random, afterCrash } = this.#parts;
    const { running } = cells;
    if (running.length === 0) return;
    cells.kill(random.pick(running));
    afterCrash();
  }

  #breakDatabase(): void {
    const { store, random } = this.#parts;
    store.goDown();
    this.#after(random.pick([10, 1_000, 15_000]), () => store.comeBack());
  }

  /** Somebody sets the clock of the machine, or corrects it. */
  #setClock(): void {
    const { random } = this.#parts;
    this.#time.skewMs = random.pick([0, 0, ...CLOCK_STEPS_MS, ...CLOCK_STEPS_MS.map((ms) => -ms)]);
  }

  /** The writer stops moving, as under SIGSTOP; a standby may take over; then it moves again. */
  #takeOver(): void {
    const { cells, random } = this.#parts;
    const { running } = cells;
    const [writer] = running;
    if (writer === undefined || running.length > 1) return;
    cells.start();
    if (random.oneIn(2)) return;
    this.#time.pause(writer);
    this.#after(random.between(100, PAUSE_MS_MAX), () => this.#time.resume(writer));
  }
}
