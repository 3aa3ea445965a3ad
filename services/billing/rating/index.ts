// The door of rating: pure functions from usage and a price book to money.
export { rateUsage, toCents, type Quantity } from "./rate-usage.ts";
export { rateQuantity } from "./rate-quantity.ts";
