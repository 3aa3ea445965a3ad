-- What an account pays by (terms), and what it has to pay with before money (credits). Amounts are minor units of the
-- account's currency.

-- The terms in force are the newest that began before a period's end. None: the default price book.
create table terms (
  account_id text not null references customers,
  valid_from timestamptz not null,
  price_book text not null,
  discount_basis_points integer not null default 0 check (discount_basis_points between 0 and 10000),
  created_at timestamptz not null default now(),
  primary key (account_id, valid_from)
);

create table credit_grants (
  grant_id text primary key,
  account_id text not null references customers,
  name text not null,
  category text not null check (category in ('trial', 'promotional', 'paid')),
  currency text not null,
  amount_cents bigint not null check (amount_cents > 0),
  priority integer not null default 50 check (priority between 0 and 100),
  effective_at timestamptz not null,
  expires_at timestamptz,
  voided_at timestamptz,
  -- The grant as Stripe knows it, once it is mirrored there.
  stripe_grant_id text unique,
  created_at timestamptz not null default now(),
  check (expires_at is null or effective_at < expires_at)
);
create index credit_grants_of_account on credit_grants (account_id);

-- Everything that changed a grant's balance after it was made. An invoice that is taken back gives its credits back.
create table credit_entries (
  entry_id text primary key,
  grant_id text not null references credit_grants,
  -- Negative: used or taken away.
  amount_cents bigint not null check (amount_cents <> 0),
  invoice_id text references invoices on delete cascade,
  reason text not null,
  created_at timestamptz not null default now(),
  unique (grant_id, invoice_id)
);

-- A promise to spend within a time, paid ahead: its money is a grant that ends with it.
create table commitments (
  commitment_id text primary key,
  account_id text not null references customers,
  currency text not null,
  amount_cents bigint not null check (amount_cents > 0),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  grant_id text not null references credit_grants,
  -- The commitment that this one renews: what was left of it came over, once.
  renews text unique references commitments,
  created_at timestamptz not null default now(),
  check (starts_at < ends_at)
);

alter table invoices add column credit_cents bigint not null default 0 check (credit_cents >= 0);
