// What every change of an endpoint is refused for: no right on the target's namespace, namespaces that are not the
// account's, cells that cannot have endpoints, an operation in flight.
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { CloudError } from "#shared/errors";
import type { EndpointConfiguration } from "./configuration.ts";
import type { NexusEndpointRow } from "./nexus-endpoint.ts";
import { refusedSpec } from "./parse-spec.ts";

const TARGET_FIELD = "targetSpec.workerTargetSpec.namespaceId";
/** What Namespace Admin means: whoever administers the target decides who calls it. */
const TARGET_ACTION = "cloud.namespace.update";
const EMBEDDED = "embedded";
const NAMES_SHOWN_MAX = 80;

/** Errors: PERMISSION_DENIED. */
export function checkAdministersTarget({ actor }: Pick<DomainContext, "actor">, namespace: string): void {
  if (actor.can(TARGET_ACTION, { namespace })) return;
  throw new CloudError(
    "PERMISSION_DENIED",
    "Nexus endpoints of a namespace are made and changed by its administrators: you need Namespace Admin on the target.",
  );
}

/** Errors: INVALID_ARGUMENT. */
export async function checkProject(
  tx: Transaction,
  project: { accountId: string; projectId: string },
): Promise<void> {
  const { accountId, projectId } = project;
  if ((await tx.project.count({ where: { id: projectId, accountId, state: "ACTIVE" } })) > 0) return;
  throw new CloudError("INVALID_ARGUMENT", "project_id: there is no project with this id in this account.", {
    field: "projectId",
  });
}

/**
 * Target and callers must be namespaces of the account in cells that know accounts' endpoints.
 * Errors: INVALID_ARGUMENT naming the field, FAILED_PRECONDITION for a target that is being deleted.
 */
export async function checkNamespaces(
  tx: Transaction,
  accountId: string,
  { target, callers }: EndpointConfiguration,
): Promise<void> {
  const present = await tx.namespace.findMany({
    where: { accountId },
    select: { id: true, state: true, cellId: true },
  });
  const byId = new Map(present.map((row) => [row.id, row]));
  const targetRow = byId.get(target.namespace);
  if (targetRow === undefined) throw refusedSpec(TARGET_FIELD, unknown(target.namespace));
  if (targetRow.state === "DELETING")
    throw new CloudError("FAILED_PRECONDITION", "The target's namespace is being deleted.");
  callers.forEach((caller, index) => {
    if (!byId.has(caller)) throw refusedSpec(`policySpecs[${index}]`, unknown(caller));
  });
  await checkCells(tx, [target.namespace, ...callers], (name) => byId.get(name)?.cellId ?? "");
}

function unknown(name: string): string {
  return `there is no namespace ${JSON.stringify(name.slice(0, NAMES_SHOWN_MAX))} in this account`;
}

/** A Temporal cluster shows its endpoints to all namespaces and lets all call: the allow-list could not be enforced. */
async function checkCells(
  tx: Transaction,
  names: readonly string[],
  cellOf: (name: string) => string,
): Promise<void> {
  const cells = await tx.cell.findMany({ where: { id: { in: names.map(cellOf) } } });
  const foreign = new Set(cells.filter(({ driver }) => driver !== EMBEDDED).map(({ id }) => id));
  const name = names.find((each) => foreign.has(cellOf(each)));
  if (name === undefined) return;
  throw new CloudError(
    "FAILED_PRECONDITION",
    `The namespace ${name} runs on a Temporal cluster, where an endpoint's allow-list cannot be enforced. ` +
      "Nexus endpoints connect namespaces of embedded cells.",
  );
}

/** One change at a time. Errors: FAILED_PRECONDITION naming the operation in flight. */
export function checkSettled(row: NexusEndpointRow): void {
  if (row.state === "ACTIVE" && row.asyncOperationId === "") return;
  throw new CloudError(
    "FAILED_PRECONDITION",
    `The Nexus endpoint is ${row.state.toLowerCase()} by operation ${row.asyncOperationId}. Wait until it ends.`,
    { retryAfterMs: 1_000 },
  );
}
