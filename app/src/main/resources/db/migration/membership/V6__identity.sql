-- The oldest number of each member, of which pseudonymous ids are made (仮名IDのもと). Ids leave the house, the number never does.
create view membership.mart_identity with (security_invoker = true) as
  select distinct on (member_id) insurer_id, member_id, symbol, number, branch
  from membership.insured_number
  order by member_id, since, number_key;
grant select on membership.mart_identity to tsunagu_app;
