-- People on lists (リスト別の対象者割合).
select
  m.insurer, m.fiscal_year, m.sex, m.age_band, m.member_type, m.employer, m.area, l.list,
  count(*) as part,
  cast(0 as bigint) as whole
from member m
join list_entry l on l.insurer = m.insurer and l.person = m.person and l.fiscal_year = m.fiscal_year
where m.months > 0
group by all
union all
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area, cast(null as string) as list,
  cast(0 as bigint) as part,
  count(*) as whole
from member
where months > 0
group by all
