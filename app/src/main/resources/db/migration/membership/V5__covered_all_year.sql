-- Covered on 1 April and on every day until 31 March (4月1日時点かつ年度を通じて加入). Two times of which one begins on the day
-- after the other has ended, as when somebody changes the employer, are no break; a break, however short, is one. Used by
-- Members.coveredAllYear, the denominator before exclusions; the report judges person by person with the same rule
-- (rules.eligibility).
create or replace function membership.covered_all_year(first_day date, last_day date) returns table (member_id bigint)
  language sql stable security invoker as $$
  select c.member_id
  from membership.coverage c
  where c.from_day <= last_day and coalesce(c.to_day, 'infinity'::date) >= greatest(first_day, c.from_day)
  group by c.member_id
  having range_agg(daterange(c.from_day, c.to_day, '[]')) @> daterange(first_day, last_day, '[]')
$$;
