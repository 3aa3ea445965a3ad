// What a customer can pay by: listed, made the one that is charged, removed. Stripe has the record; nothing of it is kept
// here but the order of choices.
import type Stripe from "stripe";
import { addCardChoice, lockCardChoice, recordCardChoice, type CardChoice } from "#billing/customers";
import { retrySoon } from "#billing/dunning";
import { hasUnpaidInvoice } from "#billing/invoices";
import { CloudError } from "#shared/errors";
import { inTransaction } from "#shared/postgres";
import { nothingToChange } from "#shared/resource-version";
import type { SetupPorts } from "./payment-setup.ts";
import { collecting } from "./stripe-failure.ts";

export interface PaymentMethod {
  paymentMethodId: string;
  /** As Stripe calls it: "card", "us_bank_account". */
  type: string;
  /** The card's brand, or the bank's name. */
  brand: string;
  last4: string;
  /** Of a card: 1 to 12, and four digits. */
  expiryMonth: number | undefined;
  expiryYear: number | undefined;
  isDefault: boolean;
}

/** More than anybody has; a page of Stripe's. */
const METHODS_MAX = 100;

/** The default first. */
export function listPaymentMethods(
  { stripe }: Pick<SetupPorts, "stripe">,
  stripeCustomerId: string,
): Promise<PaymentMethod[]> {
  return collecting(async () => {
    const customer = await stripe.customers.retrieve(stripeCustomerId);
    if (customer.deleted === true) return [];
    const { default_payment_method: chosen } = customer.invoice_settings;
    const defaultId = typeof chosen === "string" ? chosen : chosen?.id;
    const { data } = await stripe.paymentMethods.list({ customer: stripeCustomerId, limit: METHODS_MAX });
    return data
      .map((method) => toPaymentMethod(method, defaultId))
      .sort((a, b) => Number(b.isDefault) - Number(a.isDefault));
  });
}

function toPaymentMethod(method: Stripe.PaymentMethod, defaultId: string | undefined): PaymentMethod {
  const { id, type, card, us_bank_account: bank } = method;
  return {
    paymentMethodId: id,
    type,
    brand: card?.brand ?? bank?.bank_name ?? "",
    last4: card?.last4 ?? bank?.last4 ?? "",
    expiryMonth: card?.exp_month,
    expiryYear: card?.exp_year,
    isDefault: id === defaultId,
  };
}

export interface MethodChange extends CardChoice {
  stripeCustomerId: string;
  paymentMethodId: string;
}

/** Idempotent by choice id. Errors: NOT_FOUND; INVALID_ARGUMENT "nothing to change" for the default. */
export async function setDefaultMethod(ports: SetupPorts, change: MethodChange): Promise<PaymentMethod> {
  const { method } = await findMethod(ports, change);
  if (method.isDefault) throw nothingToChange();
  return inTransaction(ports.billing, async (client) => {
    await addCardChoice(client, change);
    const known = await lockCardChoice(client, change);
    if (known?.isNewest === true) {
      await collecting(() =>
        ports.stripe.customers.update(change.stripeCustomerId, {
          invoice_settings: { default_payment_method: change.paymentMethodId },
        }),
      );
      await retrySoon(client, change.accountId);
    }
    await recordCardChoice(client, change);
    return { ...method, isDefault: true };
  });
}

/**
 * Errors: NOT_FOUND; FAILED_PRECONDITION for the default while there are others, or while an invoice is unpaid: then it
 * would be charged to nothing.
 */
export async function removeMethod(
  ports: SetupPorts,
  change: Omit<MethodChange, "choiceId">,
): Promise<PaymentMethod> {
  const { method, others } = await findMethod(ports, change);
  if (method.isDefault && others > 0) {
    throw new CloudError(
      "FAILED_PRECONDITION",
      "This payment method is the default. Make another one the default, then remove it.",
    );
  }
  if (method.isDefault && (await hasUnpaidInvoice(ports.billing, change.accountId))) {
    throw new CloudError(
      "FAILED_PRECONDITION",
      "An invoice is unpaid. Add another payment method, or pay it, before the last one is removed.",
    );
  }
  await collecting(() => ports.stripe.paymentMethods.detach(change.paymentMethodId));
  return method;
}

async function findMethod(
  ports: SetupPorts,
  wanted: { stripeCustomerId: string; paymentMethodId: string },
): Promise<{ method: PaymentMethod; others: number }> {
  const methods = await listPaymentMethods(ports, wanted.stripeCustomerId);
  const method = methods.find((each) => each.paymentMethodId === wanted.paymentMethodId);
  if (method !== undefined) return { method, others: methods.length - 1 };
  throw new CloudError("NOT_FOUND", "There is no payment method with this id.");
}
