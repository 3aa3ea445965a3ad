// The door of billed customers and their billing periods.
export { openBillingDatabase } from "./open.ts";
export { addCustomer, findCustomer, setStripeIds, type Customer } from "./customers-store.ts";
export { addCardChoice, lockCardChoice, recordCardChoice, type CardChoice } from "./card-choices-store.ts";
export {
  closePeriod,
  findOpenPeriod,
  listDuePeriods,
  lockPeriod,
  monthOf,
  openFirstPeriod,
  reopenPeriod,
  type Period,
} from "./periods-store.ts";
