// The mailbox of a standalone cloud; where mail is sent out, it answers NOT_FOUND.
import type { cloudV1 } from "#contracts";
import { listMails } from "#domain/mail";
import { operation, type Operation } from "./operation.ts";

export const mailboxOperations: Operation[] = [
  operation<cloudV1.IGetMailsRequest, cloudV1.IGetMailsResponse>({
    rpc: "cellplane.cloud.v1.MailboxService/GetMails",
    permission: "public",
    run: async (context, request) => ({ mails: await listMails(context, { to: request.to ?? "" }) }),
  }),
];
