-- What counting over many people may read of the members: no name, no number, no address (集計用の公開項目).
create view membership.mart_member with (security_invoker = true) as
  select id, insurer_id, sex, birth, kind, employer, left(regexp_replace(postal_code, '[^0-9]', '', 'g'), 3) as area
  from membership.member;
create view membership.mart_coverage with (security_invoker = true) as
  select insurer_id, member_id, from_day, to_day from membership.coverage;
grant select on membership.mart_member, membership.mart_coverage to tsunagu_app;
