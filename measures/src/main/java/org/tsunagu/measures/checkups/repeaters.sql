-- People examined again (連続受診率).
select
  m.insurer, m.fiscal_year, sex, age_band, member_type, employer, area,
  sum(one_if(again.checkup_id is not null)) as part,
  count(*) as whole
from member m
join checkup past on past.insurer = m.insurer and past.person = m.person and past.fiscal_year = m.fiscal_year - 1 and past.counted
left join checkup again on again.insurer = m.insurer and again.person = m.person and again.fiscal_year = m.fiscal_year and again.counted
where m.in_denominator
group by all
