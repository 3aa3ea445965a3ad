// The tables of worker deployments and their versions in memory: what their statements do and what their queries answer.
import { keyOf, type Row, type Tables, type UndoLog } from "./tables.ts";

type Values = readonly unknown[];
type Write = (tables: Tables, undo: UndoLog, values: Values) => void;

const DEPLOYMENT_KEY = 2;
const VERSION_KEY = 3;

export const DEPLOYMENT_WRITES: Readonly<Record<string, Write>> = {
  "deployment-upsert": (tables, undo, values) => {
    const [namespaceId, name, createRequestId, changes, info] = values;
    const row = { namespace_id: namespaceId, name, create_request_id: createRequestId };
    undo.set(tables.deployments, key(values, DEPLOYMENT_KEY), { ...row, changes: String(changes), info });
  },
  "deployment-version-upsert": (tables, undo, values) => {
    const [namespaceId, deploymentName, buildId, createRequestId, info] = values;
    const row = { namespace_id: namespaceId, deployment_name: deploymentName, build_id: buildId };
    const version = { ...row, create_request_id: createRequestId, info };
    undo.set(tables.deploymentVersions, key(values, VERSION_KEY), version);
  },
  "deployment-delete": (tables, undo, values) => {
    undo.delete(tables.deployments, key(values, DEPLOYMENT_KEY));
  },
  "deployment-version-delete": (tables, undo, values) => {
    undo.delete(tables.deploymentVersions, key(values, VERSION_KEY));
  },
  "worker_deployments-delete-namespace": (tables, undo, [namespaceId]) => {
    deleteOf(tables.deployments, undo, namespaceId);
  },
  "worker_deployment_versions-delete-namespace": (tables, undo, [namespaceId]) => {
    deleteOf(tables.deploymentVersions, undo, namespaceId);
  },
};

export function deploymentPage({ deployments }: Tables, values: Values): Row[] {
  return page(deployments, key(values, DEPLOYMENT_KEY), values[DEPLOYMENT_KEY]);
}

export function versionPage({ deploymentVersions }: Tables, values: Values): Row[] {
  return page(deploymentVersions, key(values, VERSION_KEY), values[VERSION_KEY]);
}

export function deployment({ deployments }: Tables, values: Values): Row[] {
  const row = deployments.get(key(values, DEPLOYMENT_KEY));
  return row === undefined ? [] : [row];
}

export function versionsOf({ deploymentVersions }: Tables, [namespaceId, name]: Values): Row[] {
  return [...deploymentVersions.values()].filter(
    (row) => row.namespace_id === namespaceId && row.deployment_name === name,
  );
}

function key(values: Values, parts: number): string {
  return keyOf(...values.slice(0, parts).map(String));
}

function page(table: ReadonlyMap<string, Row>, after: string, limit: unknown): Row[] {
  return [...table]
    .filter(([at]) => at > after)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, Number(limit))
    .map(([, row]) => row);
}

function deleteOf(table: Map<string, Row>, undo: UndoLog, namespaceId: unknown): void {
  for (const [at, row] of table) if (row.namespace_id === namespaceId) undo.delete(table, at);
}
