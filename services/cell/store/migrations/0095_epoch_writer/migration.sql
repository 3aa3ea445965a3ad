-- Who began the epoch: a process that was not told that its own epoch began must not take it for another's.
alter table cell_epoch add column writer text;
