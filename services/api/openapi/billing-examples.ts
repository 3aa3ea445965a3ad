// What examples of billing hold: one month of one account that hangs together (the one of docs/guides/billing.md). Values
// by field, with a message's name before it where the name alone says too little, and whole messages. Data only.
type Example = string | number | boolean | readonly string[];

const NOVEMBER = { periodStart: "2026-11-01T00:00:00Z", periodEnd: "2026-12-01T00:00:00Z" };
const INVOICE = "inv-7x2kq9m4p1w8c3za";

export const BILLING_VALUES: Readonly<Record<string, Example>> = {
  activeGbHours: 720,
  adjustmentId: "4d7c1c6e-7a0e-4f1e-9d0e-0a4f4d6a3f10",
  category: "promotional",
  clientSecret: "seti_1SXk2pGq7_secret_TUXk2pGq7v9",
  commitmentId: "8e1f6c0a-3f43-4c44-8a55-1f0c3c7f0d21",
  currency: "usd",
  grantId: "f1c9b1d2-7d57-4c86-9a0b-6a1f3d1c2e44",
  invoiceId: INVOICE,
  month: "2026-11",
  months: 3,
  paymentMethodId: "pm_1SXk2pGq7v9",
  priceBook: "public-business@1",
  retainedGbHours: 3600,
  setupIntentId: "seti_1SXk2pGq7v9",
  stripeInvoiceId: "in_1SXk2pGq7v9",
  "AdjustCreditRequest.amountCents": -500,
  "AdjustCreditRequest.reason": "Granted by mistake.",
  "AdjustCreditRequest.void": false,
  "AdjustInvoiceRequest.amountCents": -500,
  "AdjustInvoiceRequest.quantity": "",
  "AdjustInvoiceRequest.reason": "An outage on 12 November.",
  "AdjustUsageRequest.kind": "start_workflow",
  "AdjustUsageRequest.quantity": "1000",
  "AdjustUsageRequest.reason": "A load test of ours.",
  "AdjustUsageRequest.workflowType": "order",
  "CreditInvoiceRequest.amountCents": 500,
  "CreditInvoiceRequest.reason": "An outage on 12 November.",
  "DownloadFocusReportRequest.version": "1.2",
  "EstimateCostRequest.actions": 1_000_000,
  "GetInvoiceDocumentRequest.format": "pdf",
  "GetInvoiceDocumentResponse.contentType": "application/pdf",
  "GetInvoiceDocumentResponse.fileName": `${INVOICE}.pdf`,
  "GetUsageReportRequest.format": "csv",
  "HoldDunningRequest.reason": "A new card is on its way.",
  "InvoiceAdjustment.amountCents": -500,
  "InvoiceAdjustment.kind": "actions",
  "InvoiceAdjustment.openCents": 0,
  "InvoiceAdjustment.quantity": "",
  "InvoiceAdjustment.reason": "An outage on 12 November.",
  "InvoiceAdjustment.settledOn": [INVOICE],
  "InvoiceAdjustment.settlement": "next_invoice",
  "MakeCommitmentResponse.rolledOverCents": 100_000,
  "OpenBillingPortalResponse.url": "https://billing.stripe.com/p/session/1SXk2pGq7v9",
  "PayInvoiceResponse.state": "PAID",
  "ReconcileInvoicesResponse.differences": 0,
  "ReconcileInvoicesResponse.invoices": 2,
  "StartCheckoutResponse.url": "https://checkout.stripe.com/c/pay/cs_1SXk2pGq7v9",
};

const MESSAGES: Readonly<Record<string, unknown>> = {
  BilledUsage: {
    ...{ namespace: "shop.a1b2c3", day: "2026-11-12T00:00:00Z", kind: "start_workflow" },
    ...{ workflowType: "order", quantity: "333333" },
  },
  BillingAlert: {
    ...{ kind: "invoice-difference", subject: INVOICE, raisedTime: "2026-12-02T04:00:00Z" },
    detailJson: '{"ourCents":"60902","stripeCents":"60901"}',
  },
  BudgetSpec: {
    ...{ amountCents: 70_000, thresholdPercents: [50, 80, 100], emails: ["payments@example.com"] },
    ...{ webhookUrl: "https://hooks.example.com/spend", hardCap: true, tellUnusualDays: true },
  },
  ChangeBillingTermsRequest: {
    ...{ accountId: "a1b2c3", priceBook: "public-business@1", discountBasisPoints: 500 },
    validFrom: "2026-12-01T00:00:00Z",
  },
  ClearedMeter: {
    ...{ meter: "actions", metered: "12300000", invoiced: "12250000", adjusted: "1000" },
    ...{ open: "49000", stranded: "0" },
  },
  CreditGrant: {
    ...{ grantId: "f1c9b1d2-7d57-4c86-9a0b-6a1f3d1c2e44", name: "Welcome", category: "promotional" },
    ...{ currency: "usd", amountCents: 5_000, balanceCents: 5_000, priority: 50 },
    ...{ effectiveTime: "2026-11-01T00:00:00Z", expireTime: "2027-11-01T00:00:00Z" },
  },
  Dunning: {
    ...{ step: "GRACE", owedCents: 60_902, unpaidSince: "2026-12-03T00:00:10Z" },
    ...{ nextStep: "RESTRICTED", nextStepTime: "2026-12-10T00:00:10Z" },
  },
  EstimateCostResponse: {
    ...{ currency: "usd", beforeMicros: "659020000", afterMicros: "733040000" },
    differenceMicros: "74020000",
  },
  EstimatePlanChangeResponse: {
    ...{ currency: "usd", priceBook: "public-business@1", plan: "Business", atOnce: true },
    ...{ effectiveTime: "2026-11-16T09:30:00Z", thisMonthCurrentMicros: "659020000" },
    ...{ thisMonthNewMicros: "763920000", nextMonthCurrentMicros: "676000000" },
    nextMonthNewMicros: "963920000",
  },
  FreeTrial: {
    ...{ amountCents: 100_000, balanceCents: 100_000, leftCents: 34_098 },
    expireTime: "2027-01-01T00:00:00Z",
  },
  GrantCreditRequest: {
    ...{ accountId: "a1b2c3", name: "Welcome", category: "promotional", currency: "usd" },
    ...{ amountCents: 5_000, priority: 50, expireTime: "2027-11-01T00:00:00Z" },
  },
  Invoice: {
    ...{ invoiceId: INVOICE, stripeInvoiceId: "in_1SXk2pGq7v9", state: "PAID", ...NOVEMBER },
    lines: [
      {
        ...{ description: "shop.a1b2c3: 10000000 actions", namespace: "shop.a1b2c3", kind: "actions" },
        ...{ quantity: "10000000", amountMicros: "428571429", amountCents: 42_857 },
      },
      {
        ...{ description: "Plan Essentials", kind: "plan_fee", quantity: "0" },
        ...{ amountMicros: "100000000", amountCents: 10_000 },
      },
    ],
    ...{ totalCents: 52_857, stripeTotalCents: 52_857, currency: "usd" },
    ...{ paidTime: "2026-12-03T00:00:12Z", priceBook: "public-essentials@1" },
  },
  MakeCommitmentRequest: {
    ...{ accountId: "a1b2c3", currency: "usd", amountCents: 1_000_000, years: 1 },
    startTime: "2026-12-01T00:00:00Z",
  },
  PaymentMethod: {
    ...{ paymentMethodId: "pm_1SXk2pGq7v9", type: "card", brand: "visa", last4: "4242" },
    ...{ expiryMonth: 12, expiryYear: 2030, isDefault: true },
  },
  PriceBook: {
    ...{ id: "public-essentials@1", currency: "usd", plan: "Essentials", isOffered: true },
    ...{ feeMinimumMicros: "100000000", feeBasisPoints: 500 },
    prices: [
      {
        ...{ meter: "actions", per: "1000000", unitName: "million actions", included: "1000000" },
        tiers: [{ upTo: "5000000", micros: "50000000" }, { micros: "45000000" }],
      },
    ],
  },
  SimulatedMonth: {
    ...{ monthStart: "2026-11-01T00:00:00Z", currentMicros: "659020000", invoicedCents: 60_902 },
    prices: [{ priceBook: "public-business@1", currency: "usd", micros: "948920000" }],
  },
  UsageTotals: {
    ...{ actions: "12250000", activeByteSeconds: "5270400000000000" },
    retainedByteSeconds: "120096000000000000",
  },
};

/** The head of an overview; what is absent in most months has an example of its own. */
const GET_BILLING: Readonly<Record<string, unknown>> = {
  ...{ currency: "usd", priceBook: "public-essentials@1", plan: "Essentials", ...NOVEMBER },
  ...{ spentMicros: "320000000", forecastMicros: "659020000", forecastLowMicros: "610000000" },
  ...{ forecastHighMicros: "708000000", creditCents: 5_000, trial: MESSAGES["FreeTrial"] },
  ...{ nextPriceBook: "default@1", nextPriceBookTime: "2026-12-01T00:00:00Z" },
};

export const BILLING_MESSAGES: Readonly<Record<string, unknown>> = Object.fromEntries(
  Object.entries({ ...MESSAGES, GetBillingResponse: GET_BILLING }).map(([name, message]) => [
    `cellplane.cloud.v1.${name}`,
    message,
  ]),
);
