// ListWorkerDeployments: newest first, in pages. A token names the last one of its page, so that what comes and goes
// between two pages moves nothing.
import type { temporal } from "#contracts";
import { deploymentLimits, listedDeployment, type Deployment } from "../deployments/index.ts";
import { invalid } from "./lookup.ts";
import { rpc } from "./operation.ts";

type Request = temporal.api.workflowservice.v1.IListWorkerDeploymentsRequest;
type Response = temporal.api.workflowservice.v1.IListWorkerDeploymentsResponse;
type Place = Pick<Deployment, "createdAt" | "name">;

export const listWorkerDeployments = rpc<Request, Response>("ListWorkerDeployments", (engine, request) => {
  const namespace = engine.namespaces.named(request.namespace);
  const { deploymentsPerPageMax } = deploymentLimits;
  const wanted = request.pageSize ?? 0;
  const pageSize = wanted <= 0 ? deploymentsPerPageMax : Math.min(wanted, deploymentsPerPageMax);
  const after = placeOf(request.nextPageToken);
  const rest = engine.deployments
    .all(namespace.id)
    .sort(byPlace)
    .filter((deployment) => after === undefined || byPlace(deployment, after) > 0);
  const page = rest.slice(0, pageSize);
  const last = page.at(-1);
  return {
    workerDeployments: page.map(listedDeployment),
    ...(last !== undefined && rest.length > page.length && { nextPageToken: tokenOf(last) }),
  };
});

function byPlace(a: Place, b: Place): number {
  if (a.createdAt !== b.createdAt) return b.createdAt - a.createdAt;
  return a.name < b.name ? -1 : Number(a.name > b.name);
}

function tokenOf({ createdAt, name }: Place): Uint8Array {
  return Buffer.from(`${createdAt}/${name}`);
}

function placeOf(token: Uint8Array | null | undefined): Place | undefined {
  if (token == null || token.length === 0) return undefined;
  const [, createdAt, name] = /^(\d{1,16})\/(.+)$/s.exec(Buffer.from(token).toString()) ?? [];
  if (createdAt === undefined || name === undefined) throw invalid("Invalid NextPageToken.");
  return { createdAt: Number(createdAt), name };
}
