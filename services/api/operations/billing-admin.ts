// Operations of billing for operators: terms, credits and commitments of any account. Each takes effect once by its
// operation's id, and is in the audit trail, refused or done.
import { adjustCredit, grantCredit, makeCommitment, voidCredit } from "#billing/credits";
import { findOpenPeriod } from "#billing/customers";
import { priceBookId } from "#billing/prices";
import { changeTerms, findTerms } from "#billing/terms";
import { msOfTimestamp, type cloudV1, type google } from "#contracts";
import { mutate, toAsyncOperation } from "#domain/operations";
import { CloudError } from "#shared/errors";
import { operation, type Operation, type OperationContext } from "./operation.ts";

const BILLING = "cellplane.cloud.v1.BillingService";

type Fields = Record<string, string | number>;

/** What an operation does with its id; answers the facts for the audit trail: what is there now, and what was before. */
type Work = (operationId: string) => Promise<{ before?: Fields; after: Fields }>;

export async function administer(
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
  const { operation: made } = await mutate(context, mutation, async (_tx, operationId) => {
    // Billing's own tables take the operation's id as theirs: done again after a crash, it is done once.
    return { resourceId: request.accountId ?? "", ...(await work(operationId)) };
  });
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
        const before = await changeTerms({ billing, defaultBook: context.pricing.defaultBook }, terms);
        return {
          before: {
            priceBook: priceBookId(before.priceBook),
            discountBasisPoints: Number(before.discountBasisPoints),
          },
          after: terms,
        };
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
        return {
          after: { grantId: grant.grantId, amountCents: Number(amountCents), category: grant.category },
        };
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
        return { after: { grantId: grant.grantId, balanceCents: Number(grant.balanceCents) } };
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
        return {
          after: { commitmentId: operationId, amountCents: Number(made.amountCents), rolledOverCents },
        };
      });
      return { commitmentId: done.operationId, rolledOverCents, asyncOperation: done.asyncOperation };
    },
  }),
];

/** Errors: INVALID_ARGUMENT for an account that is not billed. */
async function currencyOf({ billing, pricing }: OperationContext, accountId: string): Promise<string> {
  const period = await findOpenPeriod(billing, accountId);
  if (period === undefined) throw refused("account_id", "must be a billed account's");
  const terms = await findTerms(billing, {
    accountId,
    beforeMs: period.endMs,
    defaultBook: pricing.defaultBook,
  });
  return terms.book.currency;
}

export function wholeOf(value: number | null | undefined, field: string): bigint {
  const given = value ?? 0;
  if (!Number.isSafeInteger(given)) throw refused(field, "must be a whole number of minor units");
  return BigInt(given);
}

export function msOf(time: google.protobuf.ITimestamp | null | undefined, field: string): number | undefined {
  const ms = msOfTimestamp(time);
  if (ms === undefined) return undefined;
  if (Number.isSafeInteger(Math.floor(ms)) && ms >= 0) return ms;
  throw refused(field, "must be a moment after 1970");
}

export function refused(field: string, rule: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", `${field} ${rule}.`, { field });
}
