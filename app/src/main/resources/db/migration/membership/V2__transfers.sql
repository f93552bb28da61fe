-- Whence a member came and whither one went (資格の異動元・異動先), as the register says: the other insurer by its number, or in
-- the words of the register where it gives none.
create table membership.transfer (
  insurer_id int not null references access.insurer,
  member_id bigint not null references membership.member,
  -- Beginning of the time of being insured here that it belongs to.
  covered_from date not null,
  direction text not null check (direction in ('IN', 'OUT')),
  other_insurer text not null,
  from_day date,
  to_day date,
  primary key (insurer_id, member_id, covered_from, direction)
);

alter table membership.transfer enable row level security;
alter table membership.transfer force row level security;
create policy own_insurer on membership.transfer
  using      (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));

grant select, insert, update on membership.transfer to tsunagu_app;
