// Operations of billing for operators: terms, credits, commitments, adjustments and credit notes of any account. Each
// takes effect once by its operation's id, and is in the audit trail, refused or done.
import { adjustCredit, grantCredit, makeCommitment, voidCredit } from "#billing/credits";
import { findOpenPeriod } from "#billing/customers";
import { findInvoice } from "#billing/invoices";
import { DEFAULT_PRICE_BOOK } from "#billing/prices";
import { adjustUsage } from "#billing/proof";
import { createStripeInvoicesCollector } from "#billing/stripe";
import { changeTerms, findTerms } from "#billing/terms";
import { msOfTimestamp, type cloudV1, type google } from "#contracts";
import { mutate, toAsyncOperation } from "#domain/operations";
import { CloudError } from "#shared/errors";
import { operation, type Operation, type OperationContext } from "./operation.ts";

const BILLING = "cellplane.cloud.v1.BillingService";

type Fields = Record<string, string | number>;

/** What an operation does with its id; answers the facts for the audit trail. */
type Work = (operationId: string) => Promise<Fields>;

async function administer(
  context: OperationContext,
  name: string,
  request: { accountId?: string | null; asyncOperationId?: string | null },
  work: Work,
) {
  const mutation = {
    action: "cloud.billingadmin.update",
    operationType: name,
    operationId: request.asyncOperationId,
    request: { typeName: `cellplane.cloud.v1.${name}Request`, message: request },
    resourceType: "billing",
    resourceId: request.accountId ?? "",
  };
  const { operation: made } = await mutate(context, mutation, async (_tx, operationId) => ({
    resourceId: request.accountId ?? "",
    // Billing's own tables take the operation's id as theirs: done again after a crash, it is done once.
    after: await work(operationId),
  }));
  return { asyncOperation: toAsyncOperation(made), operationId: made.id };
}

export const billingAdminOperations: Operation[] = [
  operation({
    rpc: `${BILLING}/ChangeBillingTerms`,
    permission: "cloud.billingadmin.update",
    run: async (context, request: cloudV1.IChangeBillingTermsRequest) => {
      const { asyncOperation } = await administer(context, "ChangeBillingTerms", request, async () => {
        const { billing } = context;
        const accountId = request.accountId ?? "";
        const period = await findOpenPeriod(billing, accountId);
        const terms = {
          accountId,
          priceBook: request.priceBook ?? "",
          discountBasisPoints: request.discountBasisPoints ?? 0,
          validFromMs: msOf(request.validFrom, "valid_from") ?? period?.startMs ?? 0,
        };
        await changeTerms({ billing, defaultBook: DEFAULT_PRICE_BOOK }, terms);
        return terms;
      });
      return { asyncOperation };
    },
  }),
  operation({
    rpc: `${BILLING}/GrantCredit`,
    permission: "cloud.billingadmin.update",
    run: async (context, request: cloudV1.IGrantCreditRequest) => {
      const done = await administer(context, "GrantCredit", request, async (operationId) => {
        const accountId = request.accountId ?? "";
        const amountCents = wholeOf(request.amountCents, "amount_cents");
        const grant = await grantCredit(context.billing, await currencyOf(context, accountId), {
          grantId: operationId,
          accountId,
          name: request.name ?? "",
          category: request.category ?? "",
          currency: request.currency ?? "",
          amountCents,
          ...(request.priority?.value == null ? {} : { priority: request.priority.value }),
          effectiveAtMs: msOf(request.effectiveTime, "effective_time") ?? context.clock.now(),
          expiresAtMs: msOf(request.expireTime, "expire_time"),
        });
        return { grantId: grant.grantId, amountCents: Number(amountCents), category: grant.category };
      });
      return { grantId: done.operationId, asyncOperation: done.asyncOperation };
    },
  }),
  operation({
    rpc: `${BILLING}/AdjustCredit`,
    permission: "cloud.billingadmin.update",
    run: async (context, request: cloudV1.IAdjustCreditRequest) => {
      const { asyncOperation } = await administer(context, "AdjustCredit", request, async (operationId) => {
        const key = { accountId: request.accountId ?? "", grantId: request.grantId ?? "" };
        const grant =
          request.void === true
            ? await voidCredit(context.billing, { ...key, atMs: context.clock.now() })
            : await adjustCredit(context.billing, {
                ...key,
                entryId: operationId,
                amountCents: wholeOf(request.amountCents, "amount_cents"),
                reason: request.reason ?? "",
              });
        return { grantId: grant.grantId, balanceCents: Number(grant.balanceCents) };
      });
      return { asyncOperation };
    },
  }),
  operation({
    rpc: `${BILLING}/MakeCommitment`,
    permission: "cloud.billingadmin.update",
    run: async (context, request: cloudV1.IMakeCommitmentRequest) => {
      let rolledOverCents = 0;
      const done = await administer(context, "MakeCommitment", request, async (operationId) => {
        const accountId = request.accountId ?? "";
        const made = await makeCommitment(context.billing, await currencyOf(context, accountId), {
          commitmentId: operationId,
          accountId,
          currency: request.currency ?? "",
          amountCents: wholeOf(request.amountCents, "amount_cents"),
          startsAtMs: msOf(request.startTime, "start_time") ?? context.clock.now(),
          years: request.years ?? 0,
          ...(request.renews == null || request.renews === "" ? {} : { renews: request.renews }),
        });
        rolledOverCents = Number(made.rolledOverCents);
        return { commitmentId: operationId, amountCents: Number(made.amountCents), rolledOverCents };
      });
      return { commitmentId: done.operationId, rolledOverCents, asyncOperation: done.asyncOperation };
    },
  }),
  operation({
    rpc: `${BILLING}/AdjustUsage`,
    permission: "cloud.billingadmin.update",
    run: async (context, request: cloudV1.IAdjustUsageRequest) => {
      const { asyncOperation } = await administer(context, "AdjustUsage", request, async (operationId) => {
        const adjustment = {
          adjustmentId: operationId,
          accountId: request.accountId ?? "",
          namespace: request.namespace ?? "",
          dayMs: msOf(request.day, "day") ?? NaN,
          kind: request.kind ?? "",
          workflowType: request.workflowType ?? "",
          quantity: quantityOf(request.quantity ?? ""),
          reason: request.reason ?? "",
        };
        await adjustUsage(context, adjustment);
        return { ...adjustment, quantity: String(adjustment.quantity) };
      });
      return { asyncOperation };
    },
  }),
  operation({
    rpc: `${BILLING}/CreditInvoice`,
    permission: "cloud.billingadmin.update",
    run: async (context, request: cloudV1.ICreditInvoiceRequest) => {
      const { asyncOperation } = await administer(context, "CreditInvoice", request, (operationId) =>
        creditInvoice(context, request, operationId),
      );
      return { asyncOperation };
    },
  }),
];

async function creditInvoice(
  context: OperationContext,
  request: cloudV1.ICreditInvoiceRequest,
  noteId: string,
): Promise<Fields> {
  const cents = wholeOf(request.amountCents, "amount_cents");
  const reason = request.reason ?? "";
  if (reason.trim() === "") throw refused("reason", "must say why the invoice is lowered");
  const invoice = await findInvoice(context.billing, request.accountId ?? "", request.invoiceId ?? "");
  if (invoice === undefined) throw new CloudError("NOT_FOUND", "There is no invoice with this id.");
  if (cents <= 0n || cents > invoice.totalCents) {
    throw refused("amount_cents", `must be from 1 to the invoice's total (${invoice.totalCents})`);
  }
  if (invoice.stripeInvoiceId === undefined || (invoice.state !== "OPEN" && invoice.state !== "PAID")) {
    throw new CloudError("FAILED_PRECONDITION", "Only an invoice that is open or paid can be lowered.");
  }
  const collector = createStripeInvoicesCollector(context.stripe);
  await collector.credit(invoice.stripeInvoiceId, { noteId, cents, reason });
  return { invoiceId: invoice.invoiceId, cents: Number(cents), reason };
}

/** Errors: INVALID_ARGUMENT for an account that is not billed. */
async function currencyOf({ billing }: OperationContext, accountId: string): Promise<string> {
  const period = await findOpenPeriod(billing, accountId);
  if (period === undefined) throw refused("account_id", "must be a billed account's");
  const terms = await findTerms(billing, {
    accountId,
    beforeMs: period.endMs,
    defaultBook: DEFAULT_PRICE_BOOK,
  });
  return terms.book.currency;
}

function wholeOf(value: number | null | undefined, field: string): bigint {
  const given = value ?? 0;
  if (!Number.isSafeInteger(given)) throw refused(field, "must be a whole number of minor units");
  return BigInt(given);
}

function quantityOf(text: string): bigint {
  if (/^\d{1,30}$/.test(text)) return BigInt(text);
  throw refused("quantity", "must be a whole number in decimal");
}

function msOf(time: google.protobuf.ITimestamp | null | undefined, field: string): number | undefined {
  const ms = msOfTimestamp(time);
  if (ms === undefined) return undefined;
  if (Number.isSafeInteger(Math.floor(ms)) && ms >= 0) return ms;
  throw refused(field, "must be a moment after 1970");
}

function refused(field: string, rule: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", `${field} ${rule}.`, { field });
}
