// The door of spec: what a schedule's spec means in time. Pure.
export { canonicalSpec } from "./canonical-spec.ts";
export { CompiledSpec, type NextTime } from "./compiled-spec.ts";
export { SpecError } from "./parse-range.ts";
