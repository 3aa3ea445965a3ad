// One row of the table of billable actions: something that a client or a worker does, and what it counts.
import type { ActionKind } from "#usage/actions";
import type { Fixture } from "../../compatibility/typescript/fixture.ts";
import type { CellClient } from "../../cell/cell-client.ts";

export type Counted = Partial<Record<ActionKind, number>>;

export interface Bench extends Fixture {
  /** The cell's control service. */
  readonly cell: CellClient;
}

export interface ActionRow {
  readonly title: string;
  readonly counts: Counted;
  /** Ends when everything that it causes has happened. */
  run?(bench: Bench): Promise<unknown>;
  /** The same, and answers with what it counts besides `counts` because of how fast the machine is. */
  runAndTell?(bench: Bench): Promise<Counted>;
}
