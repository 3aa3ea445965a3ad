// The door of rating: pure functions from usage and a price book to money.
export { rateUsage, toCents, type Quantity } from "./rate-usage.ts";
export { chargeableQuantity, rateQuantity } from "./rate-quantity.ts";
export { earlierMinimums, type EarlierPlan } from "./earlier-plans.ts";
export { planFee } from "./plan-fee.ts";
export { partOfMonth, WHOLE_MONTH, type PartOfMonth } from "./part-of-month.ts";
export { capacityTopUp } from "./capacity-top-up.ts";
export {
  burnDown,
  CREDIT_CATEGORIES,
  type Credit,
  type CreditCategory,
  type CreditUse,
} from "./burn-down.ts";
export { rollOver, type EndedCommitment } from "./roll-over.ts";
export { BASIS_POINTS, shareOf } from "./basis-points.ts";
export { CumulativeRating, type TierPart } from "./cumulative-rating.ts";
