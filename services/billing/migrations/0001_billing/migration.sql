-- Customers, billing periods, invoices and what Stripe told us. Every table is in the schema `billing`, which the
-- connection's search path names. Money is whole: micro-dollars before rounding, cents after.

create table customers (
  account_id text primary key,
  email text not null,
  name text not null,
  stripe_customer_id text unique,
  stripe_test_clock_id text,
  stripe_subscription_id text,
  created_at timestamptz not null default now()
);

create table periods (
  account_id text not null references customers,
  period_start timestamptz not null,
  period_end timestamptz not null,
  state text not null default 'OPEN' check (state in ('OPEN', 'CLOSED')),
  -- The moment from which usage is new in this period: the cut of the period before.
  usage_from timestamptz not null,
  -- The cut: usage before it is on this period's invoice; set when the period is closed.
  usage_until timestamptz,
  primary key (account_id, period_start),
  check (period_start < period_end)
);
create unique index one_open_period on periods (account_id) where state = 'OPEN';

create table invoices (
  invoice_id text primary key,
  account_id text not null references customers,
  period_start timestamptz not null,
  period_end timestamptz not null,
  state text not null check (state in ('DRAFT', 'OPEN', 'PAID', 'VOID', 'UNCOLLECTIBLE')),
  currency text not null,
  price_book text not null,
  total_micros bigint not null check (total_micros >= 0),
  total_cents bigint not null check (total_cents >= 0),
  stripe_invoice_id text unique,
  stripe_total_cents bigint,
  created_at timestamptz not null default now(),
  paid_at timestamptz,
  unique (account_id, period_start),
  foreign key (account_id, period_start) references periods
);

create table invoice_lines (
  invoice_id text not null references invoices on delete cascade,
  line integer not null,
  namespace text not null,
  meter text not null,
  description text not null,
  quantity numeric not null,
  amount_micros bigint not null,
  amount_cents bigint not null,
  is_late boolean not null,
  primary key (invoice_id, line)
);

-- Which usage is on which invoice line (B4): the next invoice bills what was metered beyond it.
create table billed_usage (
  account_id text not null,
  namespace text not null,
  day timestamptz not null,
  kind text not null,
  workflow_type text not null,
  invoice_id text not null,
  line integer not null,
  quantity numeric not null check (quantity > 0),
  primary key (account_id, namespace, day, kind, workflow_type, invoice_id),
  foreign key (invoice_id, line) references invoice_lines on delete cascade
);

create table reconciliations (
  invoice_id text not null references invoices on delete cascade,
  checked_at timestamptz not null default now(),
  our_cents bigint not null,
  stripe_cents bigint not null,
  primary key (invoice_id, checked_at)
);

-- Events of Stripe that took effect: the id makes a second delivery a repeat (B3).
create table stripe_events (
  event_id text primary key,
  type text not null,
  object_id text not null,
  received_at timestamptz not null default now()
);
