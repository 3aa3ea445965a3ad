// Reads and writes worker deployments and their versions. Writes are statements of a flush.
import type { Queryable } from "#shared/postgres";
import type { Statement } from "./statement.ts";

export interface DeploymentRow {
  namespaceId: string;
  name: string;
  createRequestId: string;
  changes: number;
  info: Uint8Array;
}

export interface VersionRow {
  namespaceId: string;
  deploymentName: string;
  buildId: string;
  createRequestId: string;
  info: Uint8Array;
}

export type DeploymentKey = Pick<DeploymentRow, "namespaceId" | "name">;
export type VersionKey = Pick<VersionRow, "namespaceId" | "deploymentName" | "buildId">;

interface StoredDeployment {
  namespace_id: string;
  name: string;
  create_request_id: string;
  changes: string;
  info: Buffer;
}

interface StoredVersion {
  namespace_id: string;
  deployment_name: string;
  build_id: string;
  create_request_id: string;
  info: Buffer;
}

/** Repeatable: the row is replaced by its key. */
export function upsertDeployment(row: DeploymentRow): Statement {
  return {
    name: "deployment-upsert",
    text: `insert into worker_deployments (namespace_id, name, create_request_id, changes, info)
values ($1, $2, $3, $4, $5)
on conflict (namespace_id, name) do update set create_request_id = excluded.create_request_id,
  changes = excluded.changes, info = excluded.info`,
    values: [row.namespaceId, row.name, row.createRequestId, row.changes, Buffer.from(row.info)],
  };
}

/** Repeatable: the row is replaced by its key. */
export function upsertVersion(row: VersionRow): Statement {
  return {
    name: "deployment-version-upsert",
    text: `insert into worker_deployment_versions (namespace_id, deployment_name, build_id, create_request_id, info)
values ($1, $2, $3, $4, $5)
on conflict (namespace_id, deployment_name, build_id) do update set create_request_id = excluded.create_request_id,
  info = excluded.info`,
    values: [row.namespaceId, row.deploymentName, row.buildId, row.createRequestId, Buffer.from(row.info)],
  };
}

/** Repeatable: what is gone stays gone. Its versions go by their own statements. */
export function deleteDeployment({ namespaceId, name }: DeploymentKey): Statement {
  return {
    name: "deployment-delete",
    text: "delete from worker_deployments where namespace_id = $1 and name = $2",
    values: [namespaceId, name],
  };
}

/** Repeatable: what is gone stays gone. */
export function deleteVersionRow({ namespaceId, deploymentName, buildId }: VersionKey): Statement {
  return {
    name: "deployment-version-delete",
    text: `delete from worker_deployment_versions
where namespace_id = $1 and deployment_name = $2 and build_id = $3`,
    values: [namespaceId, deploymentName, buildId],
  };
}

/** Repeatable: everything that a namespace has of deployments. */
export function deleteDeploymentsOf(namespaceId: string): Statement[] {
  return ["worker_deployments", "worker_deployment_versions"].map((table) => ({
    name: `${table}-delete-namespace`,
    text: `delete from ${table} where namespace_id = $1`,
    values: [namespaceId],
  }));
}

/** A page of all deployments of the cell, in the order of their keys. */
export async function readDeployments(
  queryable: Queryable,
  page: { after: DeploymentKey; rowsMax: number },
): Promise<DeploymentRow[]> {
  const { rows } = await queryable.query<StoredDeployment>(
    `select * from worker_deployments where (namespace_id, name) > ($1, $2)
     order by namespace_id, name limit $3`,
    [page.after.namespaceId, page.after.name, page.rowsMax],
  );
  return rows.map(deploymentRowOf);
}

/** A page of all versions of the cell, in the order of their keys. */
export async function readVersions(
  queryable: Queryable,
  page: { after: VersionKey; rowsMax: number },
): Promise<VersionRow[]> {
  const { after } = page;
  const { rows } = await queryable.query<StoredVersion>(
    `select * from worker_deployment_versions where (namespace_id, deployment_name, build_id) > ($1, $2, $3)
     order by namespace_id, deployment_name, build_id limit $4`,
    [after.namespaceId, after.deploymentName, after.buildId, page.rowsMax],
  );
  return rows.map(versionRowOf);
}

/** One deployment with its versions, of which a deployment has a limited number. */
export async function readDeployment(
  queryable: Queryable,
  { namespaceId, name }: DeploymentKey,
): Promise<{ deployment: DeploymentRow; versions: VersionRow[] } | undefined> {
  const [deployments, versions] = await Promise.all([
    queryable.query<StoredDeployment>(
      "select * from worker_deployments where namespace_id = $1 and name = $2",
      [namespaceId, name],
    ),
    queryable.query<StoredVersion>(
      "select * from worker_deployment_versions where namespace_id = $1 and deployment_name = $2",
      [namespaceId, name],
    ),
  ]);
  const row = deployments.rows[0];
  if (row === undefined) return undefined;
  return { deployment: deploymentRowOf(row), versions: versions.rows.map(versionRowOf) };
}

function deploymentRowOf(row: StoredDeployment): DeploymentRow {
  return {
    namespaceId: row.namespace_id,
    name: row.name,
    createRequestId: row.create_request_id,
    changes: Number(row.changes),
    info: row.info,
  };
}

function versionRowOf(row: StoredVersion): VersionRow {
  return {
    namespaceId: row.namespace_id,
    deploymentName: row.deployment_name,
    buildId: row.build_id,
    createRequestId: row.create_request_id,
    info: row.info,
  };
}
