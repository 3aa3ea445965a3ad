// `tcld apikey`: the caller's own keys.
import { tcldV1, temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import {
  CLOUD,
  operationId,
  requestStatus,
  translation,
  type CallOperation,
  type Translation,
} from "./translation.ts";

const SERVICE = "api.authservice.v1.AuthService";
type Key = temporal.api.cloud.identity.v1.IApiKey;
const CloudState = temporal.api.cloud.resource.v1.ResourceState;
const State = tcldV1.APIKeyState;
const OWNER_USER = temporal.api.cloud.identity.v1.OwnerType.OWNER_TYPE_USER;
interface Changed {
  keyId?: string;
  token?: string;
  asyncOperation?: temporal.api.cloud.operation.v1.IAsyncOperation | null;
}

const STATES: Readonly<Record<number, tcldV1.APIKeyState>> = {
  [CloudState.RESOURCE_STATE_ACTIVATING]: State.APIKEY_STATE_CREATING,
  [CloudState.RESOURCE_STATE_ACTIVATION_FAILED]: State.APIKEY_STATE_CREATE_FAILED,
  [CloudState.RESOURCE_STATE_ACTIVE]: State.APIKEY_STATE_ACTIVE,
  [CloudState.RESOURCE_STATE_UPDATING]: State.APIKEY_STATE_UPDATING,
  [CloudState.RESOURCE_STATE_UPDATE_FAILED]: State.APIKEY_STATE_UPDATE_FAILED,
  [CloudState.RESOURCE_STATE_DELETING]: State.APIKEY_STATE_DELETING,
  [CloudState.RESOURCE_STATE_DELETE_FAILED]: State.APIKEY_STATE_DELETE_FAILED,
  [CloudState.RESOURCE_STATE_DELETED]: State.APIKEY_STATE_DELETED,
  [CloudState.RESOURCE_STATE_EXPIRED]: State.APIKEY_STATE_EXPIRED,
};

const statusOf = ({ asyncOperation }: Changed, id: string): { requestStatus: tcldV1.IRequestStatus } => ({
  requestStatus: requestStatus(asyncOperation, { type: "apikey", id }),
});

async function read(call: CallOperation, keyId: string): Promise<Key> {
  return (await call<{ apiKey?: Key }>(`${CLOUD}/GetApiKey`, { keyId })).apiKey ?? {};
}

/** Errors: PERMISSION_DENIED for service accounts, which have no keys of their own making here. */
async function ownUserId(call: CallOperation): Promise<string> {
  const { user } = await call<{ user?: { id?: string } | null }>(`${CLOUD}/GetCurrentIdentity`, {});
  if (user?.id === undefined)
    throw new CloudError("PERMISSION_DENIED", "Only a user has API keys of their own.");
  return user.id;
}

function tcldKey(key: Key): tcldV1.IAPIKey {
  return {
    id: key.id ?? "",
    owner: { ownerId: key.spec?.ownerId ?? "", ownerType: key.spec?.ownerType === OWNER_USER ? 1 : 0 },
    spec: {
      accessType: tcldV1.APIKeyAccessType.APIKEY_ACCESS_TYPE_INHERIT_OWNER_ACCESS,
      displayName: key.spec?.displayName ?? "",
      description: key.spec?.description ?? "",
      expiryTime: key.spec?.expiryTime ?? null,
      disabled: key.spec?.disabled ?? false,
    },
    resourceVersion: key.resourceVersion ?? "",
    state: STATES[(key.state ?? 0) as number] ?? State.APIKEY_STATE_UNSPECIFIED,
    requestId: key.asyncOperationId ?? "",
    createdTime: key.createdTime ?? null,
    lastModifiedTime: key.lastModifiedTime ?? null,
  };
}

const cloudSpec = (spec: tcldV1.IAPIKeySpec | null | undefined): object => ({
  displayName: spec?.displayName ?? "",
  description: spec?.description ?? "",
  expiryTime: spec?.expiryTime ?? null,
  disabled: spec?.disabled ?? false,
});

export const apiKeyTranslations: Translation[] = [
  translation({
    rpc: `${SERVICE}/CreateAPIKey`,
    request: tcldV1.CreateAPIKeyRequest,
    response: tcldV1.CreateAPIKeyResponse,
    run: async (call, request) => {
      const spec = { ...cloudSpec(request.spec), ownerId: await ownUserId(call), ownerType: OWNER_USER };
      const made = await call<Changed>(`${CLOUD}/CreateApiKey`, { spec, ...operationId(request) });
      return { id: made.keyId ?? "", secretKey: made.token ?? "", ...statusOf(made, made.keyId ?? "") };
    },
  }),
  translation({
    rpc: `${SERVICE}/GetAPIKeys`,
    request: tcldV1.GetAPIKeysRequest,
    response: tcldV1.GetAPIKeysResponse,
    run: async (call, { pageSize, pageToken }) => {
      const wanted = { ownerId: await ownUserId(call), ownerType: OWNER_USER, pageSize, pageToken };
      const page = await call<{ apiKeys?: Key[]; nextPageToken?: string }>(`${CLOUD}/GetApiKeys`, wanted);
      return { apiKeys: (page.apiKeys ?? []).map(tcldKey), nextPageToken: page.nextPageToken ?? "" };
    },
  }),
  translation({
    rpc: `${SERVICE}/GetAPIKey`,
    request: tcldV1.GetAPIKeyRequest,
    response: tcldV1.GetAPIKeyResponse,
    run: async (call, { id }) => ({ apiKey: tcldKey(await read(call, id ?? "")) }),
  }),
  translation({
    rpc: `${SERVICE}/UpdateAPIKey`,
    request: tcldV1.UpdateAPIKeyRequest,
    response: tcldV1.UpdateAPIKeyResponse,
    run: async (call, request) => {
      const keyId = request.id ?? "";
      const spec = { ...(await read(call, keyId)).spec, ...cloudSpec(request.spec) };
      const change = { keyId, spec, resourceVersion: request.resourceVersion, ...operationId(request) };
      return statusOf(await call<Changed>(`${CLOUD}/UpdateApiKey`, change), keyId);
    },
  }),
  translation({
    rpc: `${SERVICE}/DeleteAPIKey`,
    request: tcldV1.DeleteAPIKeyRequest,
    response: tcldV1.DeleteAPIKeyResponse,
    run: async (call, request) => {
      const { id: keyId, resourceVersion } = request;
      const answer = await call<Changed>(`${CLOUD}/DeleteApiKey`, {
        keyId,
        resourceVersion,
        ...operationId(request),
      });
      return statusOf(answer, keyId ?? "");
    },
  }),
];
