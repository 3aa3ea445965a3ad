-- Closed periods change only by these: corrections by name of an invoice, or of one of its lines. They take effect on
-- later invoices, or at once by a credit note. Rows are added, never changed.
create table invoice_adjustments (
  account_id text not null references customers,
  adjustment_id text not null,
  -- The invoice that is corrected: with adjustments it is not discarded.
  invoice_id text not null references invoices,
  -- Null: of the whole invoice.
  line integer,
  namespace text not null,
  meter text not null,
  -- What the line's quantity changes by; null when the amount was given.
  quantity numeric check (quantity <> 0),
  -- Negative lowers the bill.
  amount_cents bigint not null,
  reason text not null check (reason <> ''),
  settlement text not null check (settlement in ('next_invoice', 'credit_note')),
  created_at timestamptz not null default now(),
  primary key (account_id, adjustment_id)
);
create index adjustments_of_invoice on invoice_adjustments (invoice_id);

-- On which invoices an adjustment stands, and with how much. An invoice that is taken back gives it back.
create table invoice_adjustment_uses (
  account_id text not null,
  adjustment_id text not null,
  invoice_id text not null references invoices on delete cascade,
  amount_cents bigint not null,
  primary key (account_id, adjustment_id, invoice_id),
  foreign key (account_id, adjustment_id) references invoice_adjustments
);
create index uses_on_invoice on invoice_adjustment_uses (invoice_id);
