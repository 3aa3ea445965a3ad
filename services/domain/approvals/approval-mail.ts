// Mails about approvals: to those who may approve, when somebody asks; to all administrators, when glass was broken.
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { enqueueMail } from "#domain/mail";
import { randomIds } from "#shared/ids";
import { requirementIn, type ApprovalRequestRow } from "./approval-request.ts";
import { peopleFor } from "./eligible-people.ts";

const RECIPIENTS_MAX = 20;

export async function tellApprovers(
  tx: Transaction,
  context: DomainContext,
  row: ApprovalRequestRow,
): Promise<void> {
  const { id, accountId, requesterId } = row;
  const people = await peopleFor(tx, { accountId, requirement: requirementIn(row) });
  const others = people.filter((person) => person.id !== requesterId).slice(0, RECIPIENTS_MAX);
  for (const { email } of others) {
    await enqueueMail(tx, ports(context), {
      accountId,
      dedupeKey: `approval-request:${id}:${email}`,
      to: email,
      subject: `${row.subject} waits for your approval`,
      text: [
        `${row.requesterName} asks for approval:`,
        ...facts(row),
        "",
        `Approve or reject it before ${row.expiresAt.toISOString()}:`,
        `${context.installation.publicUrl}/api/v1/approval-requests/${id}`,
      ].join("\n"),
    });
  }
}

export async function tellOfBrokenGlass(
  tx: Transaction,
  context: DomainContext,
  row: ApprovalRequestRow,
  comment: string,
): Promise<void> {
  const people = await peopleFor(tx, { accountId: row.accountId });
  for (const { email } of people.slice(0, RECIPIENTS_MAX)) {
    await enqueueMail(tx, ports(context), {
      accountId: row.accountId,
      dedupeKey: `broken-glass:${row.id}:${email}`,
      to: email,
      subject: `${row.subject} was approved by one person alone`,
      text: [
        `${context.actor.principalName} broke the glass: no other person approved.`,
        `Their reason: ${comment}`,
        ...facts(row),
      ].join("\n"),
    });
  }
}

function facts(row: ApprovalRequestRow): string[] {
  return [
    `Operation: ${row.subject}`,
    ...(row.namespace === "" ? [] : [`Namespace: ${row.namespace}`]),
    ...(row.workflowId === "" ? [] : [`Workflow: ${row.workflowId}`]),
    ...(row.visibilityQuery === "" ? [] : [`Query: ${row.visibilityQuery}`]),
    ...(row.kind === "call" || row.resourceId === "" ? [] : [`On: ${row.resourceId}`]),
    `Reason: ${row.reason === "" ? "none was given" : row.reason}`,
    `Request: ${row.id}`,
  ];
}

/** The ids of a held change are kept for when it is carried out. */
function ports(context: DomainContext): Pick<DomainContext, "ids" | "clock" | "envelope"> {
  return { ids: randomIds, clock: context.clock, envelope: context.envelope };
}
