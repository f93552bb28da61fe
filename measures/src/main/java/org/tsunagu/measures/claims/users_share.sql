-- Members with a claim (受診者割合（レセプト）).
select
  m.insurer, m.fiscal_year, m.sex, m.age_band, m.member_type, m.employer, m.area,
  count(*) as part,
  cast(0 as bigint) as whole
from member m
where m.months > 0 and exists (
  select 1 from claim c where c.insurer = m.insurer and c.person = m.person and c.fiscal_year = m.fiscal_year
)
group by all
union all
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area,
  cast(0 as bigint) as part,
  count(*) as whole
from member
where months > 0
group by all
