// Tells failures of Stripe apart: what is worth another try, what the customer must mend, what is our mistake.
import Stripe from "stripe";
import { CloudError } from "#shared/errors";

export function isNoSuchObject(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeInvalidRequestError && error.code === "resource_missing";
}

/** The customer's bank wants the customer itself to confirm the charge. */
const NEEDS_CUSTOMER = ["invoice_payment_intent_requires_action", "payment_intent_authentication_failure"];

/** Any failure of a Stripe call as a CloudError; others are given back as they are. */
export function toCollectionError(error: unknown): unknown {
  if (!(error instanceof Stripe.errors.StripeError)) return error;
  const options = { cause: error, internalDetail: `${error.type} ${error.code ?? ""} ${error.message}` };
  if (error instanceof Stripe.errors.StripeCardError || NEEDS_CUSTOMER.includes(error.code ?? "")) {
    return new CloudError(
      "FAILED_PRECONDITION",
      "The payment was declined. Update the payment method and pay the invoice.",
      options,
    );
  }
  if (error instanceof Stripe.errors.StripeInvalidRequestError) {
    return new CloudError("INTERNAL", "The payment provider refused a request.", options);
  }
  return new CloudError("UNAVAILABLE", "The payment provider does not answer. It is tried again.", options);
}

export async function collecting<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw toCollectionError(error);
  }
}
