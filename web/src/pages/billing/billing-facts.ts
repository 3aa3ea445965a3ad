// What several pages of billing say of periods, meters and plans.
import type { Schemas } from "#api/client";
import { count, gigabyteHours } from "#format/figures";
import { wordsOf } from "#format/words";

export type Billing = Schemas["cellplane.cloud.v1.GetBillingResponse"];
export type Invoice = Schemas["cellplane.cloud.v1.Invoice"];
export type InvoiceLine = Schemas["cellplane.cloud.v1.InvoiceLine"];
export type PriceBook = Schemas["cellplane.cloud.v1.PriceBook"];

/** "November 2026": the month in UTC that a period is. */
export function periodName(start: string | undefined): string {
  if (start === undefined) return "";
  return new Date(start).toLocaleDateString("en-US", { month: "long", year: "numeric", timeZone: "UTC" });
}

/** "2026-11-28", in UTC as all of billing is. */
export function utcDay(time: string | undefined): string {
  return time === undefined ? "" : new Date(time).toISOString().slice(0, 10);
}

/** A quantity with its unit: actions, or byte-seconds as gigabyte-hours. */
export function quantityOf(kind: string, quantity: string | undefined): string {
  if (kind.endsWith("_storage")) return gigabyteHours(quantity);
  if (kind === "plan_fee" || kind === "discount" || kind === "credit") return "";
  return `${count(quantity)} ${quantity === "1" ? "action" : "actions"}`;
}

const METERS: Readonly<Record<string, string>> = {
  actions: "Actions",
  active_storage: "Active storage",
  retained_storage: "Retained storage",
};

export function meterName(meter: string): string {
  return METERS[meter] ?? meter;
}

/** "Business", or the price book's own name where there is no plan: "default, version 1". */
export function planName(plan: string | undefined, priceBook: string | undefined): string {
  if (plan !== undefined && plan !== "") return plan;
  const [name = "", version = ""] = (priceBook ?? "").split("@");
  return name === "default"
    ? "Pay as you go"
    : `${wordsOf(name.replace(/^public-/, ""))}, version ${version}`;
}
