// Passkeys: one's own, and signing in by one.
import { timestampOfMs, type cloudV1 } from "#contracts";
import {
  beginPasskey,
  beginPasskeySignIn,
  confirmPasskey,
  getPasskeys,
  removePasskey,
  signInWithPasskey,
} from "#domain/passkeys";
import { operation, type Operation } from "./operation.ts";

const SERVICE = "cellplane.cloud.v1.PasskeyService";

export const passkeyOperations: Operation[] = [
  operation<object, cloudV1.IGetPasskeysResponse>({
    rpc: `${SERVICE}/GetPasskeys`,
    permission: "cloud.session.get",
    run: (context) => getPasskeys(context),
  }),
  operation<cloudV1.IBeginPasskeyRequest, cloudV1.IBeginPasskeyResponse>({
    rpc: `${SERVICE}/BeginPasskey`,
    permission: "cloud.session.update",
    run: (context, { currentPassword }) =>
      beginPasskey(context, { password: currentPassword ?? "", sessionId: context.sessionId }),
  }),
  operation<cloudV1.IConfirmPasskeyRequest, cloudV1.IConfirmPasskeyResponse>({
    rpc: `${SERVICE}/ConfirmPasskey`,
    permission: "cloud.session.update",
    run: (context, request) => confirmPasskey(context, request, context.sessionId),
  }),
  operation<cloudV1.IRemovePasskeyRequest, cloudV1.IRemovePasskeyResponse>({
    rpc: `${SERVICE}/RemovePasskey`,
    permission: "cloud.session.update",
    run: async (context, request) => {
      await removePasskey(context, request, context.sessionId);
      return {};
    },
  }),
  operation<object, cloudV1.IBeginPasskeySignInResponse>({
    rpc: `${SERVICE}/BeginPasskeySignIn`,
    permission: "public",
    run: (context) => beginPasskeySignIn(context),
  }),
  operation<cloudV1.ISignInWithPasskeyRequest, cloudV1.ISignInWithPasskeyResponse>({
    rpc: `${SERVICE}/SignInWithPasskey`,
    permission: "public",
    run: async (context, request) => {
      const signedIn = await signInWithPasskey(context, {
        ...{ challengeId: request.challengeId ?? "", responseJson: request.responseJson ?? "" },
        previousSessionId: context.sessionId,
      });
      const { cookieValue, expiresAt, csrfToken, accountId, userId, email, accountName } = signedIn;
      context.session.set({ cookieValue, expiresAt });
      const expiresTime = timestampOfMs(expiresAt);
      return { session: { accountId, userId, email, accountName, expiresTime }, csrfToken };
    },
  }),
];
