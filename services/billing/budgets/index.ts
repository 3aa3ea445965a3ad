// The door of budgets.
export { crossed, type NewNotice } from "./crossed.ts";
export {
  addNotice,
  findBudget,
  listBudgets,
  listUndelivered,
  recordDelivery,
  writeBudget,
  type Budget,
  type Notice,
} from "./budgets-store.ts";
export { budgetFrom, toBudgetMessage } from "./read-budget.ts";
