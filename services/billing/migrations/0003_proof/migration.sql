-- What proves a bill, and what is wrong until somebody looked: differences with Stripe, and usage that was taken off.

alter table reconciliations add column stripe_state text not null default '';

create table alerts (
  alert_id bigint generated always as identity primary key,
  account_id text not null references customers,
  -- "invoice-difference", "meter-difference", "invoice-missing", ...
  kind text not null,
  -- What it is about: an invoice's id.
  subject text not null,
  -- Both sides.
  detail jsonb not null,
  raised_at timestamptz not null default now(),
  resolved_at timestamptz
);
create unique index one_open_alert on alerts (account_id, kind, subject) where resolved_at is null;

-- Usage that no invoice bills, by name: too late, or given away. The clearing check counts it.
create table usage_adjustments (
  adjustment_id text not null,
  account_id text not null references customers,
  namespace text not null,
  day timestamptz not null,
  kind text not null,
  workflow_type text not null,
  quantity numeric not null check (quantity > 0),
  reason text not null check (reason <> ''),
  created_at timestamptz not null default now(),
  primary key (account_id, namespace, day, kind, workflow_type, adjustment_id)
);
