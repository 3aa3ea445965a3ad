// All activities of the control plane in one object, by name. Two of one name would hide each other, so that fails.
import assert from "node:assert/strict";
import type { Cells } from "#domain/cells";
import type { Database } from "#domain/database";
import type { Clock } from "#shared/clock";
import type { Envelope } from "#shared/envelope";
import { cellActivities } from "./cells/cell.activities.ts";
import { certificateActivities } from "./certificates/certificate.activities.ts";
import { namespaceActivities } from "./namespaces/namespace.activities.ts";
import { nexusEndpointActivities } from "./nexus-endpoints/nexus-endpoint.activities.ts";

export interface ActivityPorts {
  database: Database;
  cells: Cells;
  envelope: Envelope;
  clock: Clock;
}

/** The activities of provisioning. */
export function provisioningActivities(ports: ActivityPorts): Record<string, unknown> {
  return joinActivities([
    namespaceActivities(ports),
    nexusEndpointActivities(ports),
    certificateActivities(ports),
    cellActivities(ports),
  ]);
}

export function joinActivities(groups: readonly object[]): Record<string, unknown> {
  const joined: Record<string, unknown> = {};
  for (const [name, activity] of groups.flatMap((group) => Object.entries(group))) {
    assert(!(name in joined), `two activities are named ${name}`);
    joined[name] = activity;
  }
  return joined;
}
