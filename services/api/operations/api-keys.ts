// API keys. The token is in the answer of CreateApiKey and RotateApiKey only.
import type { cloudV1, temporal } from "#contracts";
import {
  createApiKey,
  deleteApiKey,
  getApiKey,
  getApiKeyPolicy,
  getApiKeys,
  rotateApiKey,
  updateApiKey,
  updateApiKeyPolicy,
} from "#domain/api-keys";
import { toAsyncOperation } from "#domain/operations";
import { operation, type Operation } from "./operation.ts";

const SERVICE = "temporal.api.cloud.cloudservice.v1.CloudService";
const OWN = "cellplane.cloud.v1.ApiKeyService";

export const apiKeyOperations: Operation[] = [
  operation<
    temporal.api.cloud.cloudservice.v1.ICreateApiKeyRequest,
    temporal.api.cloud.cloudservice.v1.ICreateApiKeyResponse
  >({
    rpc: `${SERVICE}/CreateApiKey`,
    permission: "cloud.apikey.create",
    run: async (context, request) => {
      const created = await createApiKey(context, request);
      return {
        keyId: created.keyId,
        token: created.token,
        asyncOperation: toAsyncOperation(created.operation),
      };
    },
  }),
  operation<
    temporal.api.cloud.cloudservice.v1.IGetApiKeysRequest,
    temporal.api.cloud.cloudservice.v1.IGetApiKeysResponse
  >({
    rpc: `${SERVICE}/GetApiKeys`,
    permission: "cloud.apikey.list",
    run: (context, request) => getApiKeys(context, request),
  }),
  operation<
    temporal.api.cloud.cloudservice.v1.IGetApiKeyRequest,
    temporal.api.cloud.cloudservice.v1.IGetApiKeyResponse
  >({
    rpc: `${SERVICE}/GetApiKey`,
    permission: "cloud.apikey.get",
    run: async (context, request) => ({ apiKey: await getApiKey(context, request.keyId ?? "") }),
  }),
  operation<
    temporal.api.cloud.cloudservice.v1.IUpdateApiKeyRequest,
    temporal.api.cloud.cloudservice.v1.IUpdateApiKeyResponse
  >({
    rpc: `${SERVICE}/UpdateApiKey`,
    permission: "cloud.apikey.update",
    run: async (context, request) => ({
      asyncOperation: toAsyncOperation(await updateApiKey(context, request)),
    }),
  }),
  operation<
    temporal.api.cloud.cloudservice.v1.IDeleteApiKeyRequest,
    temporal.api.cloud.cloudservice.v1.IDeleteApiKeyResponse
  >({
    rpc: `${SERVICE}/DeleteApiKey`,
    permission: "cloud.apikey.delete",
    run: async (context, request) => ({
      asyncOperation: toAsyncOperation(await deleteApiKey(context, request)),
    }),
  }),
  operation<cloudV1.IRotateApiKeyRequest, cloudV1.IRotateApiKeyResponse>({
    rpc: `${OWN}/RotateApiKey`,
    permission: "cloud.apikey.rotate",
    run: async (context, request) => {
      const { keyId, token, operation: row } = await rotateApiKey(context, request);
      return { keyId, token, asyncOperation: toAsyncOperation(row) };
    },
  }),
  operation<object, cloudV1.IGetApiKeyPolicyResponse>({
    rpc: `${OWN}/GetApiKeyPolicy`,
    permission: "cloud.account.get",
    run: async (context) => ({ policy: await getApiKeyPolicy(context) }),
  }),
  operation<cloudV1.IUpdateApiKeyPolicyRequest, cloudV1.IUpdateApiKeyPolicyResponse>({
    rpc: `${OWN}/UpdateApiKeyPolicy`,
    permission: "cloud.account.update",
    run: async (context, request) => ({
      asyncOperation: toAsyncOperation(await updateApiKeyPolicy(context, request)),
    }),
  }),
];
