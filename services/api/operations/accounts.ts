// Sign-up, sessions and the account.
import type { cloudV1, temporal } from "#contracts";
import { timestampOfMs } from "#contracts";
import { getAccount, signUp, SIGN_UP_ANSWER, updateAccount, verifyEmail } from "#domain/accounts";
import { toAsyncOperation } from "#domain/operations";
import { getSession, signIn, signOut } from "#domain/sessions";
import { CloudError } from "#shared/errors";
import { operation, type Operation } from "./operation.ts";

const SERVICE = "cellplane.cloud.v1.AccountService";

export const accountOperations: Operation[] = [
  operation<cloudV1.ISignUpRequest, cloudV1.ISignUpResponse>({
    rpc: `${SERVICE}/SignUp`,
    permission: "public",
    run: async (context, request) => {
      await signUp(context, {
        email: request.email ?? "",
        password: request.password ?? "",
        accountName: request.accountName ?? "",
      });
      return { message: SIGN_UP_ANSWER };
    },
  }),
  operation<cloudV1.IVerifyEmailRequest, cloudV1.IVerifyEmailResponse>({
    rpc: `${SERVICE}/VerifyEmail`,
    permission: "public",
    run: async (context, request) => {
      const verified = await verifyEmail(context, { token: request.token ?? "" });
      return {
        accountId: verified.accountId,
        userId: verified.userId,
        asyncOperation: toAsyncOperation(verified.operation),
      };
    },
  }),
  operation<cloudV1.ISignInRequest, cloudV1.ISignInResponse>({
    rpc: `${SERVICE}/SignIn`,
    permission: "public",
    run: async (context, request) => {
      const signedIn = await signIn(context, {
        email: request.email ?? "",
        password: request.password ?? "",
        code: request.code ?? "",
        previousSessionId: context.sessionId,
      });
      const { cookieValue, expiresAt, csrfToken, accountId, userId, email, accountName } = signedIn;
      context.session.set({ cookieValue, expiresAt });
      return {
        session: { accountId, userId, email, accountName, expiresTime: timestampOfMs(expiresAt) },
        csrfToken,
      };
    },
  }),
  operation<cloudV1.ISignOutRequest, cloudV1.ISignOutResponse>({
    rpc: `${SERVICE}/SignOut`,
    permission: "cloud.session.delete",
    run: async (context) => {
      if (context.sessionId === undefined) {
        throw new CloudError("FAILED_PRECONDITION", "You are not signed in with a session.");
      }
      await signOut(context, context.sessionId);
      context.session.clear();
      return {};
    },
  }),
  operation<cloudV1.IGetSessionRequest, cloudV1.IGetSessionResponse>({
    rpc: `${SERVICE}/GetSession`,
    permission: "cloud.session.get",
    run: (context) => getSession(context, context.sessionId),
  }),
  operation<object, temporal.api.cloud.cloudservice.v1.IGetAccountResponse>({
    rpc: "temporal.api.cloud.cloudservice.v1.CloudService/GetAccount",
    permission: "cloud.account.get",
    run: async (context) => ({ account: await getAccount(context) }),
  }),
  operation<
    temporal.api.cloud.cloudservice.v1.IUpdateAccountRequest,
    temporal.api.cloud.cloudservice.v1.IUpdateAccountResponse
  >({
    rpc: "temporal.api.cloud.cloudservice.v1.CloudService/UpdateAccount",
    permission: "cloud.account.update",
    run: async (context, request) => ({
      asyncOperation: toAsyncOperation(await updateAccount(context, request)),
    }),
  }),
];
