-- In which order an account chose what to pay by, so that news of an older choice that comes late changes nothing (B3).

create table card_choices (
  -- In Stripe's metadata: who it was begun for is told by this id.
  choice_id text primary key,
  account_id text not null references customers,
  position bigint generated always as identity,
  payment_method_id text,
  created_at timestamptz not null default now(),
  -- When it became what is charged; empty for a form that was never finished.
  applied_at timestamptz
);
create index card_choices_of_account on card_choices (account_id, position);
