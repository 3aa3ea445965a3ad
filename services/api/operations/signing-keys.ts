// Operations of the keys that sign API keys, for the installation's operators.
import type { cloudV1 } from "#contracts";
import { getSigningKeys, rotateSigningKey } from "#domain/api-keys";
import { operation, type Operation } from "./operation.ts";

const SIGNING_KEYS = "cellplane.cloud.v1.SigningKeyService";

export const signingKeyOperations: Operation[] = [
  operation({
    rpc: `${SIGNING_KEYS}/GetSigningKeys`,
    permission: "cloud.signingkey.list",
    run: (context) => getSigningKeys(context),
  }),
  operation({
    rpc: `${SIGNING_KEYS}/RotateSigningKey`,
    permission: "cloud.signingkey.rotate",
    run: (context, request: cloudV1.IRotateSigningKeyRequest) => rotateSigningKey(context, request),
  }),
];
