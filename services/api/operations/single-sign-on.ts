// Single sign-on: the account's provider, and signing in by it. Browsers come through services/api/pages.
import { timestampOfMs, type cloudV1 } from "#contracts";
import { toAsyncOperation } from "#domain/operations";
import {
  beginSingleSignOn,
  completeSingleSignOn,
  deleteIdentityProvider,
  getIdentityProvider,
  setIdentityProvider,
  setIdentityProviderSecret,
} from "#domain/single-sign-on";
import { operation, type Operation } from "./operation.ts";

const SERVICE = "cellplane.cloud.v1.SingleSignOnService";

export const singleSignOnOperations: Operation[] = [
  operation<object, cloudV1.IGetIdentityProviderResponse>({
    rpc: `${SERVICE}/GetIdentityProvider`,
    permission: "cloud.identityprovider.get",
    run: async (context) => ({ provider: await getIdentityProvider(context) }),
  }),
  operation<cloudV1.ISetIdentityProviderRequest, cloudV1.ISetIdentityProviderResponse>({
    rpc: `${SERVICE}/SetIdentityProvider`,
    permission: "cloud.identityprovider.update",
    run: async (context, request) => ({
      asyncOperation: toAsyncOperation(await setIdentityProvider(context, context.identityPolicy, request)),
    }),
  }),
  operation<cloudV1.ISetIdentityProviderSecretRequest, cloudV1.ISetIdentityProviderSecretResponse>({
    rpc: `${SERVICE}/SetIdentityProviderSecret`,
    permission: "cloud.identityprovider.update",
    run: async (context, request) => ({
      asyncOperation: toAsyncOperation(await setIdentityProviderSecret(context, request)),
    }),
  }),
  operation<cloudV1.IDeleteIdentityProviderRequest, cloudV1.IDeleteIdentityProviderResponse>({
    rpc: `${SERVICE}/DeleteIdentityProvider`,
    permission: "cloud.identityprovider.delete",
    run: async (context, request) => ({
      asyncOperation: toAsyncOperation(await deleteIdentityProvider(context, request)),
    }),
  }),
  operation<cloudV1.IBeginSingleSignOnRequest, cloudV1.IBeginSingleSignOnResponse>({
    rpc: `${SERVICE}/BeginSingleSignOn`,
    permission: "public",
    run: (context, { accountId, returnTo }) =>
      beginSingleSignOn(context, context.identityPolicy, {
        accountId: accountId ?? "",
        returnTo: returnTo ?? "",
      }),
  }),
  operation<cloudV1.ICompleteSingleSignOnRequest, cloudV1.ICompleteSingleSignOnResponse>({
    rpc: `${SERVICE}/CompleteSingleSignOn`,
    permission: "public",
    run: async (context, { callbackQuery, browserSecret }) => {
      const signedIn = await completeSingleSignOn(context, context.identityPolicy, {
        ...{ callbackQuery: callbackQuery ?? "", browserSecret: browserSecret ?? "" },
        previousSessionId: context.sessionId,
      });
      const { cookieValue, expiresAt, csrfToken, accountId, userId, email, accountName, returnTo } = signedIn;
      context.session.set({ cookieValue, expiresAt });
      const session = { accountId, userId, email, accountName, expiresTime: timestampOfMs(expiresAt) };
      return { session, csrfToken, returnTo };
    },
  }),
];
