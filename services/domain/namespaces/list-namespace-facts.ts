// What reports of usage, cost and metrics show beside a namespace's name: its project, region, tags and limits. For callers who may see
// the whole account's usage, so no namespace is left out.
import type { DomainContext } from "#domain/context";
import { rateLimitsOf, type RateLimits } from "#domain/quotas";
import { listRegions } from "#domain/regions";
import { activeRegionOf } from "./replicas.ts";
import { appliedConfigurationOf, configurationOf, tagsOf } from "./namespace.ts";
import type { Tags } from "./tags.ts";

export interface NamespaceFacts {
  /** "<name>.<account>" */
  namespace: string;
  projectId: string;
  projectName: string;
  /** The active one. */
  regionId: string;
  regionName: string;
  tags: Tags;
  limits: RateLimits;
  /** What it might do on demand. */
  onDemandLimits: RateLimits;
  /** 0 on demand. */
  capacityUnits: number;
}

/** More than an account may have: what is beyond is in reports without project and tags. */
const NAMESPACES_MAX = 10_000;

export async function listNamespaceFacts({
  actor,
  database,
}: Pick<DomainContext, "actor" | "database">): Promise<NamespaceFacts[]> {
  const { accountId } = actor;
  const [rows, projects, regions] = await Promise.all([
    database.query.namespace.findMany({ where: { accountId }, orderBy: { id: "asc" }, take: NAMESPACES_MAX }),
    database.query.project.findMany({ where: { accountId } }),
    listRegions(database.query),
  ]);
  const projectNames = new Map(projects.map(({ id, displayName }) => [id, displayName]));
  const regionNames = new Map(regions.map(({ id, location }) => [id, location]));
  return rows.map((row) => {
    const applied = appliedConfigurationOf(row);
    const regionId = activeRegionOf({ intended: configurationOf(row), applied });
    const capacity = applied?.capacity ?? null;
    return {
      namespace: row.id,
      projectId: row.projectId,
      projectName: projectNames.get(row.projectId) ?? "",
      regionId,
      regionName: regionNames.get(regionId) ?? "",
      tags: tagsOf(row),
      limits: rateLimitsOf(capacity, row),
      onDemandLimits: rateLimitsOf("on_demand", row),
      capacityUnits: typeof capacity === "object" && capacity !== null ? capacity.tru : 0,
    };
  });
}
