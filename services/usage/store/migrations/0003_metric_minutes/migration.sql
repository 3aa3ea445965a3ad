-- What cells and gateways measured, for the metrics of accounts: the newest minutes alone, one row for each namespace, minute
-- and source. Not for bills: a crash may lose a minute.
create unlogged table metric_minutes (
  account text not null generated always as (substring(namespace from '[^.]*$')) stored,
  namespace text not null,
  minute timestamptz not null,
  source text not null,
  -- [{ metric, labels, value, buckets, counts }]
  series jsonb not null,
  primary key (namespace, minute, source)
);
create index metric_minutes_by_account on metric_minutes (account, minute);
create index metric_minutes_by_minute on metric_minutes (minute);
