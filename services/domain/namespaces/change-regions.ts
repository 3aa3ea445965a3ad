// Adds, removes and fails over the regions of a namespace: what is intended, in order, the active one first. The
// namespace's cell stays where it is; docs/guides/regions.md tells what that means.
import type { temporal } from "#contracts";
import { chooseCell } from "#domain/cells";
import type { DomainContext } from "#domain/context";
import { CloudError } from "#shared/errors";
import { changeNamespace, type Change } from "./change-namespace.ts";
import { checkRegions } from "./change-guards.ts";
import { checkConnectivityRules } from "./connectivity.ts";
import { configurationOf, removedRegionsOf, type NamespaceRow } from "./namespace.ts";
import { REGIONS_MAX } from "./parse-spec.ts";

type Cloud = typeof temporal.api.cloud.cloudservice.v1;
type Request<
  Name extends
    "AddNamespaceRegionRequest" | "DeleteNamespaceRegionRequest" | "FailoverNamespaceRegionRequest",
> = NonNullable<Parameters<Cloud[Name]["create"]>[0]>;
interface Answer {
  asyncOperation: temporal.api.cloud.operation.v1.IAsyncOperation;
}

const DAY_MS = 24 * 60 * 60 * 1_000;
/** A region that was removed may not come back earlier. */
const REMOVED_FOR_DAYS = 7;
const PACKAGE = "temporal.api.cloud.cloudservice.v1";

export async function addNamespaceRegion(
  context: DomainContext,
  request: Request<"AddNamespaceRegionRequest">,
): Promise<Answer> {
  const region = request.region ?? "";
  const facts = {
    operationType: "AddNamespaceRegion",
    action: "cloud.namespace.addRegion",
    typeName: `${PACKAGE}.AddNamespaceRegionRequest`,
    message: request,
    resourceVersion: { given: request.resourceVersion },
  };
  const asyncOperation = await changeNamespace(context, facts, async (tx, row) => {
    const { regions } = configurationOf(row);
    if (region === "") throw refused("name the region to add");
    if (regions.includes(region)) throw new CloudError("INVALID_ARGUMENT", "nothing to change");
    await checkRegions(tx, [region], "region");
    if (regions.length >= REGIONS_MAX) throw impossible(`A namespace has at most ${REGIONS_MAX} regions.`);
    checkNotJustRemoved(row, region, context.clock.now());
    await chooseCell(tx, region);
    return withRegions(row, [...regions, region], {});
  });
  return { asyncOperation };
}

export async function deleteNamespaceRegion(
  context: DomainContext,
  request: Request<"DeleteNamespaceRegionRequest">,
): Promise<Answer> {
  const region = request.region ?? "";
  const facts = {
    operationType: "DeleteNamespaceRegion",
    action: "cloud.namespace.deleteRegion",
    typeName: `${PACKAGE}.DeleteNamespaceRegionRequest`,
    message: request,
    resourceVersion: { given: request.resourceVersion },
  };
  const asyncOperation = await changeNamespace(context, facts, async (tx, row) => {
    const present = configurationOf(row);
    const { regions } = present;
    checkIsIn(region, regions);
    if (region === regions[0]) {
      throw impossible("The namespace is active in this region. Fail over to another one first.");
    }
    const left = regions.filter((held) => held !== region);
    // A private rule of the region would be left behind without a use.
    await checkConnectivityRules(tx, row, { ...present, regions: left });
    const removedRegions = { ...removedRegionsOf(row), [region]: context.clock.now() };
    return withRegions(row, left, { removedRegions });
  });
  return { asyncOperation };
}

/** Guards no version: whoever fails over must not first read what may be out of reach. */
export async function failoverNamespaceRegion(
  context: DomainContext,
  request: Request<"FailoverNamespaceRegionRequest">,
): Promise<Answer> {
  const region = request.region ?? "";
  const facts = {
    operationType: "FailoverNamespaceRegion",
    action: "cloud.namespace.failoverRegion",
    typeName: `${PACKAGE}.FailoverNamespaceRegionRequest`,
    message: request,
  };
  const asyncOperation = await changeNamespace(context, facts, (_, row) => {
    const { regions } = configurationOf(row);
    checkIsIn(region, regions);
    if (region === regions[0]) throw new CloudError("INVALID_ARGUMENT", "nothing to change");
    return withRegions(row, [region, ...regions.filter((held) => held !== region)], {});
  });
  return { asyncOperation };
}

function withRegions(row: NamespaceRow, regions: string[], columns: NonNullable<Change["columns"]>): Change {
  const present = configurationOf(row);
  return {
    configuration: { ...present, regions },
    columns,
    before: { regions: present.regions },
    after: { regions },
  };
}

function checkNotJustRemoved(row: NamespaceRow, region: string, now: number): void {
  const freeAt = (removedRegionsOf(row)[region] ?? 0) + REMOVED_FOR_DAYS * DAY_MS;
  if (now >= freeAt) return;
  throw impossible(
    `The region was removed from this namespace less than ${REMOVED_FOR_DAYS} days ago. ` +
      `It can be added again at ${new Date(freeAt).toISOString()}.`,
  );
}

function checkIsIn(region: string, regions: readonly string[]): void {
  if (regions.includes(region)) return;
  throw refused(
    `the namespace is not in ${JSON.stringify(region.slice(0, 80))}, but in ${regions.join(", ")}`,
  );
}

function refused(reason: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", `region: ${reason}.`, { field: "region" });
}

function impossible(message: string): CloudError {
  return new CloudError("FAILED_PRECONDITION", message, { field: "region" });
}
