-- Whether tasks of a namespace wait in the order of their priority alone.
alter table namespaces add column fairness_keys_ignored boolean not null default false;
