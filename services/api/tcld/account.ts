// `tcld account` and `tcld request`: the account's metrics endpoint, regions, and what became of a change.
import { tcldV1, type temporal } from "#contracts";
import { regionName } from "./regions.ts";
import { CLOUD, operationId, requestStatus, translation, type Translation } from "./translation.ts";

const SERVICE = "api.accountservice.v1.AccountService";
type Account = temporal.api.cloud.account.v1.IAccount;
type Operation = temporal.api.cloud.operation.v1.IAsyncOperation;
type Region = temporal.api.cloud.region.v1.IRegion;
const PROVIDERS = ["", "aws", "gcp", "azure"];

function tcldAccount(account: Account): tcldV1.IAccount {
  const authority = Buffer.from(account.spec?.metrics?.acceptedClientCa ?? new Uint8Array());
  return {
    resourceVersion: account.resourceVersion ?? "",
    spec: { metrics: { enabled: authority.length > 0, acceptedClientCa: authority.toString("base64") } },
    // The numbers are the same as far as ours go.
    state: (account.state ?? 0) as number,
    requestId: account.asyncOperationId ?? "",
    metrics: { uri: account.metrics?.uri ?? "" },
  };
}

/** Ours is on when it has an authority: to switch tcld's off takes the one away that is there. */
function authorityOf(metrics: tcldV1.IMetricsSpec, before: Account): Buffer {
  const wanted = Buffer.from(metrics.acceptedClientCa ?? "", "base64");
  const isSame = wanted.equals(before.spec?.metrics?.acceptedClientCa ?? new Uint8Array());
  return isSame && metrics.enabled !== true ? Buffer.alloc(0) : wanted;
}

function tcldRegion(region: Region): tcldV1.IRegion {
  return {
    cloudProvider: PROVIDERS[(region.cloudProvider ?? 0) as number] ?? "",
    name: regionName(region.id ?? ""),
  };
}

export const accountTranslations: Translation[] = [
  translation({
    rpc: `${SERVICE}/GetAccount`,
    request: tcldV1.GetAccountRequest,
    response: tcldV1.GetAccountResponse,
    run: async (call) => {
      const { account } = await call<{ account?: Account | null }>(`${CLOUD}/GetAccount`, {});
      return { account: tcldAccount(account ?? {}) };
    },
  }),
  translation({
    rpc: `${SERVICE}/UpdateAccount`,
    request: tcldV1.UpdateAccountRequest,
    response: tcldV1.UpdateAccountResponse,
    run: async (call, request) => {
      const { account } = await call<{ account?: Account | null }>(`${CLOUD}/GetAccount`, {});
      const spec = { metrics: { acceptedClientCa: authorityOf(request.spec?.metrics ?? {}, account ?? {}) } };
      const change = { spec, resourceVersion: request.resourceVersion, ...operationId(request) };
      const { asyncOperation } = await call<{ asyncOperation?: Operation }>(`${CLOUD}/UpdateAccount`, change);
      return { requestStatus: requestStatus(asyncOperation, { type: "account", id: "" }) };
    },
  }),
  translation({
    rpc: `${SERVICE}/GetRegions`,
    request: tcldV1.GetRegionsRequest,
    response: tcldV1.GetRegionsResponse,
    run: async (call) => {
      const { regions } = await call<{ regions?: Region[] }>(`${CLOUD}/GetRegions`, {});
      return { regions: (regions ?? []).map(tcldRegion) };
    },
  }),
  translation({
    rpc: "api.requestservice.v1.RequestService/GetRequestStatus",
    request: tcldV1.GetRequestStatusRequest,
    response: tcldV1.GetRequestStatusResponse,
    run: async (call, request) => {
      const { asyncOperation } = await call<{ asyncOperation?: Operation }>(
        `${CLOUD}/GetAsyncOperation`,
        operationId(request),
      );
      return { requestStatus: requestStatus(asyncOperation) };
    },
  }),
];
