// The door of connectivity rules: by which network paths a namespace may be reached.
export { createConnectivityRule } from "./create-rule.ts";
export { deleteConnectivityRule } from "./delete-rule.ts";
export { getConnectivityRule, getConnectivityRules, getConnectivityRuleSources } from "./get-rules.ts";
export { setConnectivityRuleSources } from "./set-sources.ts";
export { readRules } from "./rule-store.ts";
export {
  specOf,
  toConnectivityRule,
  type ConnectivityRuleRow,
  type ConnectivitySpec,
} from "./connectivity-rule.ts";
