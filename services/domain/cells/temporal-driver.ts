// The driver of an existing Temporal cluster: WorkflowService and OperatorService over gRPC. The cluster keeps no
// generation and chooses its own namespace ids; names are unique, so the name is what is compared.
import { durationOfMs, methodOf, msOfDuration, temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import { createGrpcClient } from "#shared/grpc-client";
import type { CellDriver, CellNamespace } from "./cell-driver.ts";

const WORKFLOW_SERVICE = "temporal.api.workflowservice.v1.WorkflowService";
const OPERATOR_SERVICE = "temporal.api.operatorservice.v1.OperatorService";
const CALL_DEADLINE_MS = 10_000;
const DAY_MS = 24 * 60 * 60 * 1000;

type Call = <Response>(method: string, request: unknown, signal?: AbortSignal) => Promise<Response>;
type DescribeNamespaceResponse = temporal.api.workflowservice.v1.IDescribeNamespaceResponse;
type ListSearchAttributesResponse = temporal.api.operatorservice.v1.IListSearchAttributesResponse;

export function createTemporalDriver(cell: { address: string; token: string | undefined }): CellDriver {
  const client = createGrpcClient(cell.address, { token: cell.token });
  const call: Call = async <Response>(name: string, request: unknown, signal?: AbortSignal) => {
    const method = methodOf(name);
    const bytes = await client.call(method.path, method.request.encode(request), {
      deadlineMs: CALL_DEADLINE_MS,
      signal,
    });
    // The response type is that of the rpc named by the caller.
    return method.response.decode(bytes) as Response;
  };
  return {
    async probe(signal) {
      const answer = await call<temporal.api.workflowservice.v1.IGetSystemInfoResponse>(
        `${WORKFLOW_SERVICE}/GetSystemInfo`,
        {},
        signal,
      );
      return { version: answer.serverVersion ?? "" };
    },
    async applyNamespace(namespace, signal) {
      await applyRetention(call, namespace, signal);
      await applySearchAttributes(call, namespace, signal);
    },
    async deleteNamespace({ name }, signal) {
      // A cluster refuses to delete what it is deleting; whoever asks again wants it gone, and it is.
      await call(`${OPERATOR_SERVICE}/DeleteNamespace`, { namespace: name }, signal).catch(
        async (error: unknown) => {
          if ((await readNamespace(call, name, signal)) !== undefined) throw error;
        },
      );
    },
    readNamespace: (name, signal) => readNamespace(call, name, signal),
    // A cluster's endpoints are for all its namespaces, and it keeps no list of callers.
    applyNexusEndpoint: () =>
      Promise.reject(
        new CloudError(
          "FAILED_PRECONDITION",
          "A Temporal cluster cannot have Nexus endpoints of an account.",
        ),
      ),
    deleteNexusEndpoint: () => Promise.resolve(),
    listNexusEndpoints: () => Promise.resolve([]),
    // A cluster lists closed workflows newest first and counts no exports.
    readClosedHistories: () => Promise.reject(noExports()),
    recordExport: () => Promise.reject(noExports()),
    close: () => client.close(),
  };
}

async function applyRetention(call: Call, wanted: CellNamespace, signal?: AbortSignal): Promise<void> {
  const workflowExecutionRetentionPeriod = durationOfMs(wanted.retentionDays * DAY_MS);
  const description = wanted.description;
  try {
    await call(
      `${WORKFLOW_SERVICE}/RegisterNamespace`,
      { namespace: wanted.name, description, workflowExecutionRetentionPeriod },
      signal,
    );
  } catch (error) {
    if (!isCode(error, "ALREADY_EXISTS")) throw error;
    await call(
      `${WORKFLOW_SERVICE}/UpdateNamespace`,
      {
        namespace: wanted.name,
        updateInfo: { description },
        config: { workflowExecutionRetentionTtl: workflowExecutionRetentionPeriod },
      },
      signal,
    );
  }
}

/** A new namespace is not visible to every part of a cluster at once: NOT_FOUND is then worth another try. */
async function applySearchAttributes(call: Call, wanted: CellNamespace, signal?: AbortSignal): Promise<void> {
  const present = await listSearchAttributes(call, wanted.name, signal).catch((error: unknown) => {
    throw isCode(error, "NOT_FOUND")
      ? new CloudError("UNAVAILABLE", "The namespace is not visible in the cluster yet.", { cause: error })
      : error;
  });
  const missing = Object.entries(wanted.searchAttributes).filter(([name]) => !(name in present));
  const extra = Object.keys(present).filter((name) => !(name in wanted.searchAttributes));
  if (missing.length > 0) {
    const searchAttributes = Object.fromEntries(missing.map(([name, type]) => [name, typeNumber(type)]));
    const request = { namespace: wanted.name, searchAttributes };
    await call(`${OPERATOR_SERVICE}/AddSearchAttributes`, request, signal).catch((error: unknown) => {
      if (!isCode(error, "ALREADY_EXISTS")) throw error;
    });
  }
  if (extra.length > 0) {
    const request = { namespace: wanted.name, searchAttributes: extra };
    await ignoringNotFound(call(`${OPERATOR_SERVICE}/RemoveSearchAttributes`, request, signal));
  }
}

async function listSearchAttributes(
  call: Call,
  namespace: string,
  signal?: AbortSignal,
): Promise<Record<string, string>> {
  const answer = await call<ListSearchAttributesResponse>(
    `${OPERATOR_SERVICE}/ListSearchAttributes`,
    { namespace },
    signal,
  );
  return Object.fromEntries(
    Object.entries(answer.customAttributes ?? {}).map(([name, type]) => [name, typeName(type)]),
  );
}

async function readNamespace(
  call: Call,
  name: string,
  signal?: AbortSignal,
): Promise<CellNamespace | undefined> {
  const described = await ignoringNotFound(
    call<DescribeNamespaceResponse>(`${WORKFLOW_SERVICE}/DescribeNamespace`, { namespace: name }, signal),
  );
  if (described === undefined || described.namespaceInfo?.state !== REGISTERED) return undefined;
  const retentionMs = msOfDuration(described.config?.workflowExecutionRetentionTtl) ?? 0;
  return {
    name,
    namespaceId: described.namespaceInfo.id ?? "",
    retentionDays: retentionMs / DAY_MS,
    searchAttributes: (await ignoringNotFound(listSearchAttributes(call, name, signal))) ?? {},
    formerAttributeNames: {},
    generation: 0,
    startsRefused: false,
    fairnessKeysIgnored: false,
    description: described.namespaceInfo.description ?? "",
  };
}

const REGISTERED = temporal.api.enums.v1.NamespaceState.NAMESPACE_STATE_REGISTERED;

const TYPE_PREFIX = "INDEXED_VALUE_TYPE_";

/** "KeywordList" -> the enum's number. */
function typeNumber(type: string): number {
  const name = TYPE_PREFIX + type.replace(/(?<=[a-z])(?=[A-Z])/g, "_").toUpperCase();
  const numbers = temporal.api.enums.v1.IndexedValueType as unknown as Record<string, number>;
  return numbers[name] ?? 0;
}

function typeName(type: number): string {
  const name = temporal.api.enums.v1.IndexedValueType[type] ?? "";
  return name
    .slice(TYPE_PREFIX.length)
    .toLowerCase()
    .replace(/(^|_)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
}

function isCode(error: unknown, code: CloudError["code"]): boolean {
  return error instanceof CloudError && error.code === code;
}

async function ignoringNotFound<Result>(work: Promise<Result>): Promise<Result | undefined> {
  try {
    return await work;
  } catch (error) {
    if (isCode(error, "NOT_FOUND")) return undefined;
    throw error;
  }
}

function noExports(): CloudError {
  return new CloudError("FAILED_PRECONDITION", "Histories of a Temporal cluster cannot be exported.");
}
