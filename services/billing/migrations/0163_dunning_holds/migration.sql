-- Accounts whose debt is waited for: until then an unpaid invoice leads to nothing more than being told of.

create table dunning_holds (
  account_id text primary key references customers,
  held_until timestamptz not null,
  reason text not null check (reason <> ''),
  created_at timestamptz not null default now()
);
