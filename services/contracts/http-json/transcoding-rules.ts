// How strictly an HTTP API reads requests. Two sets: our own API tells callers about every mistake; Temporal's HTTP API
// is read as its own server reads it, because clients exist that rely on it.
import type { FromJsonOptions } from "../proto-json/index.ts";
import { readPayloadShorthand } from "./payload-shorthand.ts";

export interface TranscodingRules {
  /** Query parameters that name no field, a body where none is taken, parameters beside a whole-message body. */
  surplus: "refuse" | "ignore";
  /** Whether a method that takes a body may be called without one. */
  isBodyOptional: boolean;
  /** A path variable that the body gives too: refused when they differ, or the path's value is taken. */
  pathVariable: "must agree" | "wins";
  /** Durations such as "1m30s", bools such as "1" and "t" in parameters. */
  goValues: boolean;
  json: FromJsonOptions;
}

export const STRICT_RULES: TranscodingRules = {
  surplus: "refuse",
  isBodyOptional: false,
  pathVariable: "must agree",
  goValues: false,
  json: {},
};

export const TEMPORAL_RULES: TranscodingRules = {
  surplus: "ignore",
  isBodyOptional: true,
  pathVariable: "wins",
  goValues: true,
  json: { enumNames: "short", form: readPayloadShorthand },
};

/** For `application/json+no-payload-shorthand`: payloads only as the messages they are. */
export const TEMPORAL_LONG_RULES: TranscodingRules = { ...TEMPORAL_RULES, json: { enumNames: "short" } };
