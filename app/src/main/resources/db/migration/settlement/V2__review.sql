-- A claim that was paid and whose person or result has changed since: somebody looks at it again (支払い後の見直し). What is put
-- right is a line that takes back and, where something is still due, one that pays, in the first month that is open.
alter table settlement.claim add column review text not null default '' check (review in ('', 'PERSON', 'RESULT'));
create index claim_review on settlement.claim (insurer_id, id) where review <> '';
grant update (review) on settlement.claim to tsunagu_app;

-- What a contract pays of a course by kind and stage (支払割合), where it is not the usual share.
create table settlement.contract_share (
  contract_id bigint not null references settlement.contract,
  insurer_id int not null references access.insurer,
  level text not null check (level in ('1', '2', '3')),
  stage text not null check (stage in ('FIRST_INTERVIEW', 'EVALUATION')),
  percent int not null check (percent between 0 and 100),
  primary key (contract_id, level, stage)
);
alter table settlement.contract_share enable row level security;
alter table settlement.contract_share force row level security;
create policy own_insurer on settlement.contract_share
  using (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int))
  with check (insurer_id = (select nullif(current_setting('tsunagu.insurer', true), '')::int));
grant select, insert on settlement.contract_share to tsunagu_app;
