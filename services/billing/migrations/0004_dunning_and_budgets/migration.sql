-- What happens to an account that does not pay, and what an account wants to be told of its spending.

-- When the invoice became final without being paid at once.
alter table invoices add column open_since timestamptz;

create table dunning (
  account_id text primary key references customers,
  step text not null check (step in ('GRACE', 'RESTRICTED', 'SUSPENDED')),
  -- The oldest unpaid invoice's.
  unpaid_since timestamptz not null,
  changed_at timestamptz not null default now(),
  retried_at timestamptz not null default now()
);

create table budgets (
  account_id text primary key references customers,
  -- Of a month, in micros of the account's currency.
  amount_micros bigint not null check (amount_micros > 0),
  -- Percent of the amount.
  thresholds integer[] not null,
  emails text[] not null,
  webhook_url text not null,
  is_hard_cap boolean not null,
  tells_unusual_days boolean not null,
  resource_version integer not null default 1,
  updated_at timestamptz not null default now()
);

-- What was told, so that it is told once: a threshold of a month, or an unusual day.
create table budget_notices (
  account_id text not null references customers,
  period_start timestamptz not null,
  subject text not null,
  -- Set once the webhook took it, or there is none.
  delivered_at timestamptz,
  attempts integer not null default 0,
  body jsonb not null,
  created_at timestamptz not null default now(),
  primary key (account_id, period_start, subject)
);
create index undelivered_notices on budget_notices (created_at) where delivered_at is null;
