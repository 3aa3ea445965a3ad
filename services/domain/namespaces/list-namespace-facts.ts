// What reports of usage and cost show beside a namespace's name: its project, region and tags. For callers who may see
// the whole account's usage, so no namespace is left out.
import type { DomainContext } from "#domain/context";
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
    const regionId = activeRegionOf({
      intended: configurationOf(row),
      applied: appliedConfigurationOf(row),
    });
    return {
      namespace: row.id,
      projectId: row.projectId,
      projectName: projectNames.get(row.projectId) ?? "",
      regionId,
      regionName: regionNames.get(regionId) ?? "",
      tags: tagsOf(row),
    };
  });
}
