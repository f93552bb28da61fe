-- Members with a claim (受診者割合（レセプト）).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area,
  count(distinct person) as part,
  cast(0 as bigint) as whole
from paid
where months > 0
group by all
union all
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area,
  cast(0 as bigint) as part,
  count(*) as whole
from member
where months > 0
group by all
