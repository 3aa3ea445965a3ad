-- What Stripe was last told of a credit grant: told again when it is something else.

alter table credit_grants add column mirrored_balance_cents bigint;
alter table credit_grants add column is_ended_at_stripe boolean not null default false;
