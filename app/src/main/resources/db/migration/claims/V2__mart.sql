-- Which months have claims in force (集計用の公開項目).
create view claims.mart_month with (security_invoker = true) as
  select distinct insurer_id, month from claims.care_month where claims > 0;
grant select on claims.mart_month to tsunagu_app;
