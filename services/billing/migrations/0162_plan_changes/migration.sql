-- A plan that an account chose for itself within a month has what it includes in full; one that began with the account,
-- or that an operator set, has its days' part.

alter table terms add column is_allowance_whole boolean not null default false;
alter table invoices add column is_allowance_partial boolean not null default false;
-- Who changed it: the same operation again changes nothing.
alter table terms add column operation_id text;
