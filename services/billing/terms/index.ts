// The door of what accounts pay by.
export { addFirstTerms, addTerms, findNextTerms, findTerms } from "./terms-store.ts";
export { changeTerms, type NewTerms } from "./change-terms.ts";
export { changePlan, planPlanChange, type PlannedChange, type PlanPorts } from "./change-plan.ts";
