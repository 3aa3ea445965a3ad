// The door of what accounts pay by.
export { addTerms, findTerms } from "./terms-store.ts";
export { changeTerms, type NewTerms } from "./change-terms.ts";
