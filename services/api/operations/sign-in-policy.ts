// What the account demands of its people when they sign in.
import type { cloudV1 } from "#contracts";
import { toAsyncOperation } from "#domain/operations";
import { getSignInPolicy, updateSignInPolicy } from "#domain/sign-in-rules";
import { operation, type Operation } from "./operation.ts";

const SERVICE = "cellplane.cloud.v1.SignInPolicyService";

export const signInPolicyOperations: Operation[] = [
  operation<object, cloudV1.IGetSignInPolicyResponse>({
    rpc: `${SERVICE}/GetSignInPolicy`,
    permission: "cloud.signinpolicy.get",
    run: async (context) => ({ policy: await getSignInPolicy(context) }),
  }),
  operation<cloudV1.IUpdateSignInPolicyRequest, cloudV1.IUpdateSignInPolicyResponse>({
    rpc: `${SERVICE}/UpdateSignInPolicy`,
    permission: "cloud.signinpolicy.update",
    run: async (context, request) => ({
      asyncOperation: toAsyncOperation(await updateSignInPolicy(context, request)),
    }),
  }),
];
