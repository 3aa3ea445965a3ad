-- A top-up of provisioned capacity falls when actions of its hour become known late: they stand on an invoice together.
alter table billed_usage drop constraint billed_usage_quantity_check;
alter table billed_usage add constraint billed_usage_quantity_check
  check (quantity > 0 or quantity < 0 and kind = 'provisioned_capacity');
