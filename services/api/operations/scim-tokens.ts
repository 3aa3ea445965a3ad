// The tokens of accounts' identity providers. SCIM itself is a protocol of its own, in services/api/scim.
import type { cloudV1 } from "#contracts";
import { toAsyncOperation } from "#domain/operations";
import { createScimToken, deleteScimToken, getScimTokens, rotateScimToken } from "#domain/scim";
import { operation, type Operation } from "./operation.ts";

const SERVICE = "cellplane.cloud.v1.ScimService";

export const scimTokenOperations: Operation[] = [
  operation<object, cloudV1.IGetScimTokensResponse>({
    rpc: `${SERVICE}/GetScimTokens`,
    permission: "cloud.scimtoken.list",
    run: (context) => getScimTokens(context),
  }),
  operation<cloudV1.ICreateScimTokenRequest, cloudV1.ICreateScimTokenResponse>({
    rpc: `${SERVICE}/CreateScimToken`,
    permission: "cloud.scimtoken.create",
    run: async (context, request) => {
      const { operation: made, ...issued } = await createScimToken(context, request);
      return { ...issued, asyncOperation: toAsyncOperation(made) };
    },
  }),
  operation<cloudV1.IRotateScimTokenRequest, cloudV1.IRotateScimTokenResponse>({
    rpc: `${SERVICE}/RotateScimToken`,
    permission: "cloud.scimtoken.rotate",
    run: async (context, request) => {
      const { operation: made, ...issued } = await rotateScimToken(context, request);
      return { ...issued, asyncOperation: toAsyncOperation(made) };
    },
  }),
  operation<cloudV1.IDeleteScimTokenRequest, cloudV1.IDeleteScimTokenResponse>({
    rpc: `${SERVICE}/DeleteScimToken`,
    permission: "cloud.scimtoken.delete",
    run: async (context, request) => ({
      asyncOperation: toAsyncOperation(await deleteScimToken(context, request)),
    }),
  }),
];
