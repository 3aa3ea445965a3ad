// Compares the Nexus endpoints that cells have with those of the record and mends the cells (P4): namespaces come to cells
// that did not know the account, cells move, and a late call may bring back what was deleted. Endpoints with an operation
// in flight belong to its workflow and are left alone.
import { isDeepStrictEqual } from "node:util";
import { listCells, type CellDriver, type CellNexusEndpoint, type Cells } from "#domain/cells";
import type { Database } from "#domain/database";
import { knownEndpoints, listSettledEndpoints, placesOf, type EndpointPlace } from "#domain/nexus-endpoints";
import type { Logger } from "#shared/log";

const PAGE_SIZE = 200;
const EMBEDDED = "embedded";

interface Ports {
  database: Database;
  cells: Cells;
  log: Logger;
}

/** What a cell has, by the endpoints' ids. */
interface Compared {
  driver: CellDriver;
  endpoints: Map<string, CellNexusEndpoint>;
}

/** `told` is kept between rounds: where a cell was last told its peers are. One that moved makes them be told again. */
export async function reconcileNexusEndpoints(
  ports: Ports,
  told: Map<string, string>,
  signal: AbortSignal,
): Promise<void> {
  const compared = await lookAtCells(ports, signal);
  let after = "";
  for (;;) {
    const rows = await listSettledEndpoints(ports.database.query, { after, limit: PAGE_SIZE });
    for (const row of rows) {
      for (const place of await placesOf(ports.database.query, row)) {
        signal.throwIfAborted();
        await mend(ports, { place, compared: compared.get(place.cell.id), told }, signal).catch(
          (error: unknown) => {
            ports.log.warn({ err: error, endpointId: row.id, cellId: place.cell.id }, "endpoint not mended");
          },
        );
      }
    }
    after = rows.at(-1)?.id ?? "";
    if (rows.length < PAGE_SIZE) return;
  }
}

/** Without the cells that do not answer: an absent one must not keep the others waiting. */
async function lookAtCells(ports: Ports, signal: AbortSignal): Promise<Map<string, Compared>> {
  const { database, cells, log } = ports;
  const compared = new Map<string, Compared>();
  for (const cell of await listCells(database.query)) {
    if (cell.driver !== EMBEDDED || cell.state !== "ACTIVE") continue;
    signal.throwIfAborted();
    const driver = cells.open(cell);
    try {
      const endpoints = await driver.listNexusEndpoints(signal);
      const known = await knownEndpoints(
        database.query,
        endpoints.map(({ endpointId }) => endpointId),
      );
      for (const { endpointId } of endpoints.filter((one) => !known.has(one.endpointId)))
        await driver.deleteNexusEndpoint(endpointId, signal);
      compared.set(cell.id, { driver, endpoints: new Map(endpoints.map((one) => [one.endpointId, one])) });
    } catch (error) {
      log.warn({ err: error, cellId: cell.id }, "Nexus endpoints not compared with their cell");
    }
  }
  return compared;
}

async function mend(
  { database, log }: Ports,
  {
    place,
    compared,
    told,
  }: { place: EndpointPlace; compared: Compared | undefined; told: Map<string, string> },
  signal: AbortSignal,
): Promise<void> {
  if (compared === undefined) return;
  const { cell, endpoint, peers } = place;
  const actual = compared.endpoints.get(endpoint.endpointId);
  const where = JSON.stringify(peers);
  const key = `${cell.id} ${endpoint.endpointId}`;
  if (isAsIntended(actual, endpoint) && told.get(key) === where) return;
  log.info({ endpointId: endpoint.endpointId, cellId: cell.id }, "telling a cell of a Nexus endpoint");
  await compared.driver.applyNexusEndpoint(endpoint, peers, signal);
  told.set(key, where);
  // Deleted while we looked: what was mended must go again.
  const known = await knownEndpoints(database.query, [endpoint.endpointId]);
  if (known.size > 0) return;
  told.delete(key);
  await compared.driver.deleteNexusEndpoint(endpoint.endpointId, signal);
}

function isAsIntended(actual: CellNexusEndpoint | undefined, intended: CellNexusEndpoint): boolean {
  if (actual === undefined) return false;
  const sorted = (endpoint: CellNexusEndpoint): CellNexusEndpoint => ({
    ...endpoint,
    callers: [...endpoint.callers].sort(),
  });
  return isDeepStrictEqual(sorted(actual), sorted(intended));
}
