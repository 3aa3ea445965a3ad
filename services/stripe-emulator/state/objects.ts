// The shapes of what the emulator keeps. Fields that nothing here computes with are left open.

export interface StripeObject {
  id: string;
  object: string;
  created?: number;
  [field: string]: unknown;
}

export interface Customer extends StripeObject {
  email: string | null;
  name: string | null;
  balance: number;
  invoice_prefix: string;
  next_invoice_sequence: number;
  invoice_settings: { default_payment_method: string | null };
  metadata: Record<string, string>;
  test_clock: string | null;
}

export interface PaymentMethod extends StripeObject {
  customer: string | null;
  /** Which test card it stands for: decides whether charges are declined. */
  emulated_card: string;
}

export interface Price extends StripeObject {
  product: string;
  currency: string;
  unit_amount: number | null;
  /** Minor units with up to 12 decimals; null for tiered prices. */
  unit_amount_decimal: string | null;
  lookup_key: string | null;
  active: boolean;
  recurring: {
    interval: "day" | "week" | "month" | "year";
    interval_count: number;
    /** The meter of a metered price. */
    meter: string | null;
  } | null;
  /** Graduated: `up_to` is null in the last. */
  tiers: { up_to: number | null; unit_amount_decimal: string }[] | null;
}

export interface Meter extends StripeObject {
  event_name: string;
  default_aggregation: { formula: "sum" | "count" | "last" };
  event_time_window: "day" | "hour" | null;
  status: "active" | "inactive";
}

/** What a meter was told, after the rules of its window: a newer value of a window replaces the older. */
export interface MeterReading extends StripeObject {
  meter: string;
  customer: string;
  identifier: string;
  timestamp: number;
  value: string;
}

/** An identifier is remembered for a day. */
export interface MeterIdentifier extends StripeObject {
  forgotten_at: number;
}

export interface CreditGrant extends StripeObject {
  customer: string;
  category: "paid" | "promotional";
  amount: { type: "monetary"; monetary: { currency: string; value: number } };
  priority: number;
  effective_at: number;
  expires_at: number | null;
  voided_at: number | null;
  /** Of its value, by invoice. */
  used: Record<string, number>;
}

export interface PaymentIntent extends StripeObject {
  customer: string;
  amount: number;
  currency: string;
  invoice: string;
}

export interface Refund extends StripeObject {
  amount: number;
  payment_intent: string;
}

export interface CreditNote extends StripeObject {
  invoice: string;
  amount: number;
}

export interface CheckoutSession extends StripeObject {
  customer: string;
  setup_intent: string;
  status: "open" | "complete" | "expired";
}

export interface SubscriptionItem extends StripeObject {
  price: string;
  quantity: number;
  current_period_start: number;
  current_period_end: number;
}

export interface Subscription extends StripeObject {
  customer: string;
  status: string;
  billing_cycle_anchor: number;
  items: SubscriptionItem[];
  latest_invoice: string | null;
  metadata: Record<string, string>;
  test_clock: string | null;
}

export interface InvoiceItem extends StripeObject {
  customer: string;
  invoice: string | null;
  amount: number;
  currency: string;
  description: string | null;
  metadata: Record<string, string>;
  period: { start: number; end: number };
  price: string | null;
  quantity: number;
  subscription: string | null;
  date: number;
  /** The metered item of a subscription that it bills: its quantity follows the meter until the invoice is final. */
  metered: { meter: string; customer: string } | null;
}

export interface Invoice extends StripeObject {
  created: number;
  customer: string;
  status: "draft" | "open" | "paid" | "void" | "uncollectible";
  currency: string;
  auto_advance: boolean;
  automatically_finalizes_at: number | null;
  billing_reason: string;
  collection_method: string;
  default_payment_method: string | null;
  description: string | null;
  metadata: Record<string, string>;
  number: string | null;
  amount_paid: number;
  attempt_count: number;
  attempted: boolean;
  due_date: number | null;
  period_start: number;
  period_end: number;
  subscription: string | null;
  /** Credit grants that paid for metered usage, taken off the total. */
  credited: number;
  status_transitions: {
    finalized_at: number | null;
    marked_uncollectible_at: number | null;
    paid_at: number | null;
    voided_at: number | null;
  };
  test_clock: string | null;
}

export interface TestClock extends StripeObject {
  frozen_time: number;
  name: string | null;
  status: "ready" | "advancing" | "internal_failure";
  /** Where it is going while it advances. */
  advancing_to: number | null;
}

export interface StripeEvent extends StripeObject {
  type: string;
  created: number;
  data: { object: unknown };
  pending_webhooks: number;
}

export interface WebhookEndpoint extends StripeObject {
  url: string;
  secret: string;
  enabled_events: string[];
  status: "enabled" | "disabled";
  /** "snapshot" sends the whole object, "thin" only its id. */
  event_payload: "snapshot" | "thin";
}

/** An event of the second API: what happened to which object, nothing more. */
export interface ThinEvent extends StripeObject {
  type: string;
  happened_at: number;
  related_object: { id: string; type: string; url: string } | null;
  data: Record<string, unknown>;
}

export interface Delivery extends StripeObject {
  event: string;
  endpoint: string;
  attempts: number;
  next_attempt_ms: number;
}

/** The answer that a request with an idempotency key got first. */
export interface IdempotentAnswer extends StripeObject {
  request_hash: string;
  status: number;
  body: string;
  request_id: string;
}

export interface Collections {
  customers: Customer;
  payment_methods: PaymentMethod;
  setup_intents: StripeObject;
  products: StripeObject;
  prices: Price;
  subscriptions: Subscription;
  invoiceitems: InvoiceItem;
  invoices: Invoice;
  test_clocks: TestClock;
  meters: Meter;
  meter_readings: MeterReading;
  meter_identifiers: MeterIdentifier;
  credit_grants: CreditGrant;
  payment_intents: PaymentIntent;
  refunds: Refund;
  credit_notes: CreditNote;
  checkout_sessions: CheckoutSession;
  portal_sessions: StripeObject;
  portal_configurations: StripeObject;
  thin_events: ThinEvent;
  events: StripeEvent;
  webhook_endpoints: WebhookEndpoint;
  deliveries: Delivery;
  idempotency: IdempotentAnswer;
}

export type CollectionName = keyof Collections;
