// What the FinOps Open Cost and Usage Specification (FOCUS) 1.2 asks of a cost and usage dataset, for the columns that
// ours has: presence, nulls, types, allowed values, and how columns depend on each other. Written from the specification,
// not from our code.
export type FocusRow = Readonly<Record<string, string>>;

interface ColumnRule {
  /** Must be there. */
  isMandatory?: boolean;
  isNullable?: boolean;
  type: "decimal" | "text" | "moment" | "json" | "currency";
  values?: readonly string[];
}

const text = (more: Partial<ColumnRule> = {}): ColumnRule => ({ type: "text", ...more });
const MANDATORY = { isMandatory: true } as const;
const NULLABLE = { isNullable: true } as const;

const CATEGORIES = ["Usage", "Purchase", "Tax", "Credit", "Adjustment"];

export const COLUMN_RULES: Readonly<Record<string, ColumnRule>> = {
  AvailabilityZone: text(NULLABLE),
  BilledCost: { ...MANDATORY, type: "decimal" },
  BillingAccountId: text(MANDATORY),
  BillingAccountName: text({ ...MANDATORY, ...NULLABLE }),
  BillingCurrency: { ...MANDATORY, type: "currency" },
  BillingPeriodEnd: { ...MANDATORY, type: "moment" },
  BillingPeriodStart: { ...MANDATORY, type: "moment" },
  ChargeCategory: text({ ...MANDATORY, values: CATEGORIES }),
  ChargeClass: text({ ...MANDATORY, ...NULLABLE, values: ["Correction"] }),
  ChargeDescription: text({ ...MANDATORY, ...NULLABLE }),
  ChargeFrequency: text({ values: ["One-Time", "Recurring", "Usage-Based"] }),
  ChargePeriodEnd: { ...MANDATORY, type: "moment" },
  ChargePeriodStart: { ...MANDATORY, type: "moment" },
  ConsumedQuantity: { ...NULLABLE, type: "decimal" },
  ConsumedUnit: text(NULLABLE),
  ContractedCost: { ...MANDATORY, type: "decimal" },
  ContractedUnitPrice: { ...NULLABLE, type: "decimal" },
  EffectiveCost: { ...MANDATORY, type: "decimal" },
  InvoiceId: text(NULLABLE),
  InvoiceIssuerName: text(MANDATORY),
  ListCost: { ...MANDATORY, type: "decimal" },
  ListUnitPrice: { ...NULLABLE, type: "decimal" },
  PricingCategory: text({ ...NULLABLE, values: ["Standard", "Dynamic", "Committed", "Other"] }),
  PricingQuantity: { ...MANDATORY, ...NULLABLE, type: "decimal" },
  PricingUnit: text({ ...MANDATORY, ...NULLABLE }),
  ProviderName: text(MANDATORY),
  PublisherName: text(MANDATORY),
  RegionId: text(NULLABLE),
  RegionName: text(NULLABLE),
  ResourceId: text(NULLABLE),
  ResourceName: text(NULLABLE),
  ResourceType: text(NULLABLE),
  ServiceCategory: text({ ...MANDATORY, values: ["Integration"] }),
  ServiceName: text(MANDATORY),
  ServiceSubcategory: text({ values: ["Workflow Orchestration"] }),
  SkuId: text(NULLABLE),
  SkuMeter: text(NULLABLE),
  SkuPriceId: text(NULLABLE),
  SubAccountId: text(NULLABLE),
  SubAccountName: text(NULLABLE),
  Tags: { ...NULLABLE, type: "json" },
};

const FORMS: Record<ColumnRule["type"], RegExp> = {
  decimal: /^-?(0|[1-9]\d*)(\.\d+)?$/,
  text: /^\S(.*\S)?$/,
  moment: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/,
  json: /^\{.*\}$/,
  currency: /^[A-Z]{3}$/,
};

/** Everything that is wrong, in words. */
export function problemsOfFocus(columns: readonly string[], rows: readonly FocusRow[]): string[] {
  const problems: string[] = [];
  const extra = columns.filter((name) => !(name in COLUMN_RULES) && !/^x_[A-Z][A-Za-z]+$/.test(name));
  for (const name of extra) problems.push(`${name} is no column of FOCUS and does not begin with x_`);
  for (const [name, rule] of Object.entries(COLUMN_RULES))
    if (rule.isMandatory === true && !columns.includes(name)) problems.push(`${name} is missing`);
  rows.forEach((row, index) => {
    for (const problem of [...problemsOfCells(row), ...problemsOfRow(row)])
      problems.push(`row ${index}: ${problem}`);
  });
  return problems;
}

function problemsOfCells(row: FocusRow): string[] {
  return Object.entries(row).flatMap(([name, cell]) => {
    const rule = COLUMN_RULES[name];
    if (rule === undefined) return [];
    if (cell === "") return rule.isNullable === true ? [] : [`${name} is null`];
    if (!FORMS[rule.type].test(cell)) return [`${name} is no ${rule.type}: ${cell}`];
    if (rule.values?.includes(cell) === false) return [`${name} must not be ${cell}`];
    return [];
  });
}

/** A value needs its companion: unit and quantity, id and name ... */
const TOGETHER: readonly (readonly [string, string])[] = [
  ["ConsumedQuantity", "ConsumedUnit"],
  ["PricingQuantity", "PricingUnit"],
  ["RegionId", "RegionName"],
  ["ResourceId", "ResourceType"],
  ["SubAccountId", "SubAccountName"],
  ["SkuId", "SkuPriceId"],
];

function problemsOfRow(row: FocusRow): string[] {
  const problems: string[] = [];
  const check = (isRight: boolean, rule: string): void => {
    if (!isRight) problems.push(rule);
  };
  const at = (name: string): string => row[name] ?? "";
  for (const [one, other] of TOGETHER)
    check((at(one) === "") === (at(other) === ""), `${one} and ${other} are null together`);
  check(at("ChargePeriodStart") < at("ChargePeriodEnd"), "a charge period ends after it starts");
  check(at("BillingPeriodStart") <= at("ChargePeriodStart"), "a charge is in its billing period");
  check(at("ChargePeriodEnd") <= at("BillingPeriodEnd"), "a charge is in its billing period");
  for (const kind of ["List", "Contracted"]) {
    const [price, quantity] = [at(`${kind}UnitPrice`), at("PricingQuantity")];
    if (price !== "" && quantity !== "")
      check(
        product(price, quantity) === scaled(at(`${kind}Cost`)),
        `${kind}Cost is ${kind}UnitPrice x PricingQuantity`,
      );
  }
  if (at("ChargeCategory") === "Usage") {
    for (const name of [
      "PricingQuantity",
      "ListUnitPrice",
      "SkuId",
      "SkuMeter",
      "PricingCategory",
      "ResourceId",
    ])
      check(at(name) !== "", `${name} is not null for usage`);
    check(at("ChargeFrequency") === "Usage-Based", "usage is charged by usage");
    check(at("ConsumedQuantity") !== "", "usage consumes a quantity");
  }
  if (at("ChargeCategory") === "Purchase") {
    for (const name of ["PricingQuantity", "ListUnitPrice", "SkuId", "PricingCategory"])
      check(at(name) !== "", `${name} is not null for a purchase`);
    check(at("ChargeFrequency") !== "Usage-Based", "a purchase is not charged by usage");
    check(at("ConsumedQuantity") === "", "a purchase consumes nothing");
  }
  if (at("Tags") !== "") check(isKeyValue(at("Tags")), "Tags is an object of plain values");
  return problems;
}

function isKeyValue(json: string): boolean {
  const object = JSON.parse(json) as Record<string, unknown>;
  return Object.values(object).every((value) => value === null || typeof value !== "object");
}

const DIGITS = 30;

/** A decimal in 10^-30. */
export function scaled(text: string): bigint {
  const [whole = "", fraction = ""] = text.replace("-", "").split(".");
  const value = BigInt(whole + fraction.padEnd(DIGITS, "0"));
  return text.startsWith("-") ? -value : value;
}

function product(one: string, other: string): bigint {
  return (scaled(one) * scaled(other)) / 10n ** BigInt(DIGITS);
}
