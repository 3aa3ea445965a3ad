// What people do about their own way in: invitations, passwords, second factors, sessions.
import type { cloudV1 } from "#contracts";
import {
  changePassword,
  PASSWORD_RESET_ANSWER,
  requestPasswordReset,
  resetPassword,
} from "#domain/passwords";
import {
  beginSecondFactor,
  confirmSecondFactor,
  getSecondFactor,
  removeSecondFactor,
} from "#domain/second-factors";
import { endSessions, getSessions } from "#domain/sessions";
import { acceptInvitation } from "#domain/users";
import { operation, type Operation } from "./operation.ts";

const SERVICE = "cellplane.cloud.v1.UserService";

export const peopleOperations: Operation[] = [
  operation<cloudV1.IAcceptInvitationRequest, cloudV1.IAcceptInvitationResponse>({
    rpc: `${SERVICE}/AcceptInvitation`,
    permission: "public",
    run: (context, { token, password }) =>
      acceptInvitation(context, { token: token ?? "", password: password ?? "" }),
  }),
  operation<cloudV1.IRequestPasswordResetRequest, cloudV1.IRequestPasswordResetResponse>({
    rpc: `${SERVICE}/RequestPasswordReset`,
    permission: "public",
    run: async (context, request) => {
      await requestPasswordReset(context, { email: request.email ?? "" });
      return { message: PASSWORD_RESET_ANSWER };
    },
  }),
  operation<cloudV1.IResetPasswordRequest, cloudV1.IResetPasswordResponse>({
    rpc: `${SERVICE}/ResetPassword`,
    permission: "public",
    run: (context, { token, password }) =>
      resetPassword(context, { token: token ?? "", password: password ?? "" }),
  }),
  operation<cloudV1.IChangePasswordRequest, cloudV1.IChangePasswordResponse>({
    rpc: `${SERVICE}/ChangePassword`,
    permission: "cloud.session.update",
    run: async (context, request) => {
      const input = {
        currentPassword: request.currentPassword ?? "",
        newPassword: request.newPassword ?? "",
      };
      const { cookieValue, expiresAt, csrfToken } = await changePassword(context, input, context.sessionId);
      context.session.set({ cookieValue, expiresAt });
      return { csrfToken };
    },
  }),
  operation<object, cloudV1.IGetSecondFactorResponse>({
    rpc: `${SERVICE}/GetSecondFactor`,
    permission: "cloud.session.get",
    run: (context) => getSecondFactor(context),
  }),
  operation<cloudV1.IBeginSecondFactorRequest, cloudV1.IBeginSecondFactorResponse>({
    rpc: `${SERVICE}/BeginSecondFactor`,
    permission: "cloud.session.update",
    run: (context, { currentPassword }) =>
      beginSecondFactor(context, { password: currentPassword ?? "", sessionId: context.sessionId }),
  }),
  operation<cloudV1.IConfirmSecondFactorRequest, cloudV1.IConfirmSecondFactorResponse>({
    rpc: `${SERVICE}/ConfirmSecondFactor`,
    permission: "cloud.session.update",
    run: async (context, { code }) => ({
      recoveryCodes: await confirmSecondFactor(context, {
        code: code ?? "",
        sessionId: context.sessionId,
      }),
    }),
  }),
  operation<cloudV1.IRemoveSecondFactorRequest, cloudV1.IRemoveSecondFactorResponse>({
    rpc: `${SERVICE}/RemoveSecondFactor`,
    permission: "cloud.session.update",
    run: async (context, { currentPassword, code }) => {
      const { sessionId } = context;
      await removeSecondFactor(context, { password: currentPassword ?? "", code: code ?? "", sessionId });
      return {};
    },
  }),
  operation<cloudV1.IGetSessionsRequest, cloudV1.IGetSessionsResponse>({
    rpc: `${SERVICE}/GetSessions`,
    permission: "cloud.session.list",
    run: async (context) => ({ sessions: await getSessions(context, context.sessionId) }),
  }),
  operation<cloudV1.IEndSessionsRequest, cloudV1.IEndSessionsResponse>({
    rpc: `${SERVICE}/EndSessions`,
    permission: "cloud.session.delete",
    run: async (context, request) => ({ ended: await endSessions(context, request, context.sessionId) }),
  }),
];
