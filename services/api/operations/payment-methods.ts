// Operations of what an account pays by. The payment provider has the record; each change is in the audit trail.
import { findCustomer } from "#billing/customers";
import {
  listPaymentMethods,
  removeMethod,
  setDefaultMethod,
  startCardSetup,
  useSavedCard,
} from "#billing/stripe";
import type { cloudV1 } from "#contracts";
import { mutate, toAsyncOperation } from "#domain/operations";
import { CloudError } from "#shared/errors";
import { audited } from "./audited.ts";
import { operation, type Operation, type OperationContext } from "./operation.ts";

const PAYMENT_METHODS = "cellplane.cloud.v1.PaymentMethodService";

export const paymentMethodOperations: Operation[] = [
  operation({
    rpc: `${PAYMENT_METHODS}/GetPaymentMethods`,
    permission: "cloud.billing.get",
    run: async (context) => {
      const customer = await findCustomer(context.billing, context.actor.accountId);
      if (customer?.stripeCustomerId === undefined) return { paymentMethods: [] };
      return { paymentMethods: await listPaymentMethods(context, customer.stripeCustomerId) };
    },
  }),
  operation({
    rpc: `${PAYMENT_METHODS}/StartCardSetup`,
    permission: "cloud.billing.update",
    run: (context) =>
      audited(context, changeBy("StartCardSetup"), async () => {
        const stripeCustomerId = await payingCustomer(context);
        return startCardSetup(context, { ...newChoice(context), stripeCustomerId });
      }),
  }),
  operation({
    rpc: `${PAYMENT_METHODS}/CompleteCardSetup`,
    permission: "cloud.billing.update",
    run: (context, request: cloudV1.ICompleteCardSetupRequest) =>
      audited(context, changeBy("CompleteCardSetup"), async () => {
        const setupIntentId = named(request.setupIntentId, "setup_intent_id");
        return useSavedCard(context, await payingCustomer(context), setupIntentId);
      }),
  }),
  operation({
    rpc: `${PAYMENT_METHODS}/SetDefaultPaymentMethod`,
    permission: "cloud.billing.update",
    run: (context, request: cloudV1.ISetDefaultPaymentMethodRequest) =>
      change(context, "SetDefaultPaymentMethod", request, (method, choiceId) =>
        setDefaultMethod(context, { ...method, choiceId }),
      ),
  }),
  operation({
    rpc: `${PAYMENT_METHODS}/RemovePaymentMethod`,
    permission: "cloud.billing.update",
    run: (context, request: cloudV1.IRemovePaymentMethodRequest) =>
      change(context, "RemovePaymentMethod", request, (method) => removeMethod(context, method)),
  }),
];

function changeBy(name: string) {
  return { action: "cloud.billing.update", operation: name, resourceType: "payment_method" };
}

/** Begun now, it is the newest choice of what to pay by. */
export function newChoice({ actor, ids }: OperationContext): { accountId: string; choiceId: string } {
  return { accountId: actor.accountId, choiceId: ids.uuid() };
}

interface Named {
  accountId: string;
  stripeCustomerId: string;
  paymentMethodId: string;
}

async function change(
  context: OperationContext,
  name: string,
  request: { paymentMethodId?: string | null; asyncOperationId?: string | null },
  work: (method: Named, operationId: string) => Promise<{ brand: string; last4: string }>,
) {
  const { accountId } = context.actor;
  const mutation = {
    action: "cloud.billing.update",
    operationType: name,
    operationId: request.asyncOperationId,
    request: { typeName: `cellplane.cloud.v1.${name}Request`, message: request },
    resourceType: "payment_method",
    resourceId: request.paymentMethodId ?? "",
  };
  const { operation: made } = await mutate(context, mutation, async (_tx, operationId) => {
    const paymentMethodId = named(request.paymentMethodId, "payment_method_id");
    const stripeCustomerId = await payingCustomer(context);
    const { brand, last4 } = await work({ accountId, stripeCustomerId, paymentMethodId }, operationId);
    return { resourceId: paymentMethodId, after: { brand, last4 } };
  });
  return { asyncOperation: toAsyncOperation(made) };
}

/** The ids of the payment provider are letters, digits and "_": nothing else is asked for there. */
const ID = /^\w{1,100}$/;

function named(id: string | null | undefined, field: string): string {
  if (id != null && ID.test(id)) return id;
  throw new CloudError("INVALID_ARGUMENT", `${field} must be an id of the payment provider, as listed.`, {
    field,
  });
}

/** Errors: FAILED_PRECONDITION while the account is not a customer of the payment provider. */
export async function payingCustomer({ billing, actor }: OperationContext): Promise<string> {
  const customer = await findCustomer(billing, actor.accountId);
  if (customer?.stripeCustomerId !== undefined) return customer.stripeCustomerId;
  throw new CloudError("FAILED_PRECONDITION", "The account is not a customer of the payment provider yet.");
}
