// What the endpoint workflows do to cells and to the record. Each activity can be repeated and looks first whether its
// operation is still in flight (P3); each effect has its undo here.
import type { Cells } from "#domain/cells";
import type { Database } from "#domain/database";
import {
  abandonEndpoint,
  findEndpointInFlight,
  forgetEndpoint,
  placesOf,
  publishEndpoint,
  restoreEndpoint,
  settleEndpoint,
  type NexusEndpointRow,
} from "#domain/nexus-endpoints";
import { startOperation } from "#domain/operations";
import type { Clock } from "#shared/clock";

/** Input of every endpoint workflow and activity. */
export interface EndpointInput {
  accountId: string;
  operationId: string;
  endpointId: string;
}

export interface FailedEndpointInput extends EndpointInput {
  reason: string;
}

export interface NexusEndpointActivities {
  applyEndpointToCells(input: EndpointInput): Promise<void>;
  removeEndpointFromCells(input: EndpointInput): Promise<void>;
  restoreEndpointInCells(input: EndpointInput): Promise<void>;
  publishEndpoint(input: EndpointInput): Promise<void>;
  abandonEndpoint(input: FailedEndpointInput): Promise<void>;
  settleEndpoint(input: FailedEndpointInput): Promise<void>;
  forgetEndpoint(input: EndpointInput): Promise<void>;
}

export function nexusEndpointActivities(ports: {
  database: Database;
  cells: Cells;
  clock: Clock;
}): NexusEndpointActivities {
  const { database, cells, clock } = ports;
  const step = <Input extends EndpointInput>(input: Input): Input & { now: number } => ({
    ...input,
    now: clock.now(),
  });
  const begin = async (input: EndpointInput): Promise<NexusEndpointRow | undefined> => {
    const [row] = await Promise.all([
      findEndpointInFlight(database.query, step(input)),
      startOperation(database.query, step(input)),
    ]);
    return row;
  };
  /** The target's cell first: whoever sees the endpoint can call it. */
  const apply = async (row: NexusEndpointRow): Promise<void> => {
    for (const { cell, endpoint, peers } of await placesOf(database.query, row))
      await cells.open(cell).applyNexusEndpoint(endpoint, peers);
  };

  return {
    async applyEndpointToCells(input) {
      const row = await begin(input);
      if (row !== undefined) await apply(row);
    },
    async removeEndpointFromCells(input) {
      const row = await begin(input);
      if (row === undefined) return;
      for (const { cell } of await placesOf(database.query, row))
        await cells.open(cell).deleteNexusEndpoint(row.id);
    },
    async restoreEndpointInCells(input) {
      const row = await database.transaction((tx) => restoreEndpoint(tx, step(input)));
      if (row !== undefined) await apply(row);
    },
    publishEndpoint: (input) => database.transaction((tx) => publishEndpoint(tx, step(input))),
    abandonEndpoint: (input) => database.transaction((tx) => abandonEndpoint(tx, step(input))),
    settleEndpoint: (input) => database.transaction((tx) => settleEndpoint(tx, step(input))),
    forgetEndpoint: (input) => database.transaction((tx) => forgetEndpoint(tx, step(input))),
  };
}
