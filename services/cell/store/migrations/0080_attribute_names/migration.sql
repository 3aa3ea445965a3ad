-- Names that search attributes had before, and those whose values are still to be forgotten.
alter table namespaces add column former_attribute_names jsonb not null default '{}';
alter table namespaces add column forgotten_attributes jsonb not null default '[]';
