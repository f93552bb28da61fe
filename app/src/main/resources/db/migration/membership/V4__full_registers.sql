-- Full registers (全件の台帳): lines that may be anybody's, and which times of coverage a file has told.
alter table membership.register_file add column nameless int not null default 0;
comment on column membership.register_file.nameless is 'bad lines whose person cannot be read: then nobody is ended without asking';
alter table membership.coverage add column seen_in bigint;
comment on column membership.coverage.seen_in is 'the last register file that had it';
grant delete on membership.coverage to tsunagu_app;
