-- What counting over many people may read of the results (集計用の公開項目). The version of a row tells whether a year has to be
-- read again.
create view checkups.mart_checkup with (security_invoker = true) as
  select c.id, c.insurer_id, c.member_id, c.fiscal_year, c.exam_date, c.facility, c.results, c.xmin::text::bigint as version
  from checkups.checkup c
  where c.superseded_by is null and not c.withdrawn;
create view checkups.mart_decision with (security_invoker = true) as
  select d.id, d.insurer_id, d.checkup_id, d.question, d.value, d.certainty
  from checkups.current_decision d;
grant select on checkups.mart_checkup, checkups.mart_decision to tsunagu_app;
