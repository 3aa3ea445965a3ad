// The door of what is done with a final invoice: it is charged.
export { payInvoice } from "./pay-invoice.ts";
