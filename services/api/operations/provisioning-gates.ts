// The gate before the making of namespaces.
import type { cloudV1 } from "#contracts";
import { toAsyncOperation } from "#domain/operations";
import {
  checkProvisioningGate,
  deleteProvisioningGate,
  getProvisioningGate,
  setProvisioningGate,
  setProvisioningGatePassword,
} from "#domain/provisioning-gates";
import { operation, type Operation } from "./operation.ts";

const SERVICE = "cellplane.cloud.v1.ProvisioningGateService";

export const provisioningGateOperations: Operation[] = [
  operation<object, cloudV1.IGetProvisioningGateResponse>({
    rpc: `${SERVICE}/GetProvisioningGate`,
    permission: "cloud.provisioninggate.get",
    run: async (context) => ({ gate: await getProvisioningGate(context) }),
  }),
  operation<cloudV1.ISetProvisioningGateRequest, cloudV1.ISetProvisioningGateResponse>({
    rpc: `${SERVICE}/SetProvisioningGate`,
    permission: "cloud.provisioninggate.update",
    run: async (context, request) => ({
      asyncOperation: toAsyncOperation(await setProvisioningGate(context, request)),
    }),
  }),
  operation<cloudV1.ISetProvisioningGatePasswordRequest, cloudV1.ISetProvisioningGatePasswordResponse>({
    rpc: `${SERVICE}/SetProvisioningGatePassword`,
    permission: "cloud.provisioninggate.update",
    run: async (context, request) => ({
      asyncOperation: toAsyncOperation(await setProvisioningGatePassword(context, request)),
    }),
  }),
  operation<cloudV1.IDeleteProvisioningGateRequest, cloudV1.IDeleteProvisioningGateResponse>({
    rpc: `${SERVICE}/DeleteProvisioningGate`,
    permission: "cloud.provisioninggate.delete",
    run: async (context, request) => ({
      asyncOperation: toAsyncOperation(await deleteProvisioningGate(context, request)),
    }),
  }),
  operation<cloudV1.ICheckProvisioningGateRequest, cloudV1.ICheckProvisioningGateResponse>({
    rpc: `${SERVICE}/CheckProvisioningGate`,
    permission: "cloud.provisioninggate.check",
    run: (context, request) => checkProvisioningGate(context, context.ldapPolicy, request),
  }),
];
