// Mails an invitation again, with a new link and a new time: the link before is dead.
import type { cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import { mutate, type OperationRow } from "#domain/operations";
import { CloudError } from "#shared/errors";
import { findUser } from "./find-user.ts";
import { sendInvitation } from "./send-invitation.ts";

/** Errors: NOT_FOUND, FAILED_PRECONDITION for who has accepted already, RESOURCE_EXHAUSTED after too many. */
export async function resendInvitation(
  context: DomainContext,
  request: cloudV1.IResendInvitationRequest,
): Promise<OperationRow> {
  const { operation } = await mutate(
    context,
    {
      action: "cloud.user.create",
      operationType: "ResendInvitation",
      operationId: request.asyncOperationId,
      request: { typeName: "cellplane.cloud.v1.ResendInvitationRequest", message: request },
      resourceType: "user",
      resourceId: request.userId ?? "",
    },
    async (tx, asyncOperationId) => {
      const user = await findUser(tx, context, request.userId);
      if (user.verifiedAt !== null) {
        throw new CloudError("FAILED_PRECONDITION", "This user has no open invitation.");
      }
      await sendInvitation(tx, context, user);
      await tx.user.update({ where: { id: user.id }, data: { asyncOperationId } });
      return { resourceId: user.id, after: { email: user.email } };
    },
  );
  await context.jobs.wake("mail");
  return operation;
}
