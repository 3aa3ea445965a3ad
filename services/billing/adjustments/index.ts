// The door of adjustments: what changes a closed period, by name.
export { describeAdjustment, type InvoiceAdjustment, type KnownAdjustment } from "./invoice-adjustment.ts";
export {
  insertAdjustment,
  listAdjustments,
  listAdjustmentsOf,
  listOpenAdjustments,
  useAdjustments,
} from "./adjustments-store.ts";
export { settleAdjustments, type AdjustmentUse, type OpenAdjustment } from "./settle-adjustments.ts";
