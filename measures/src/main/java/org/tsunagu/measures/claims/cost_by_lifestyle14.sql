-- Cost by lifestyle group (生活習慣病14分類別の費用割合).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area, lifestyle14,
  sum(yen) as part,
  cast(0 as bigint) as whole
from borne
where lifestyle14 <> ''
group by all
union all
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area, cast(null as string) as lifestyle14,
  cast(0 as bigint) as part,
  sum(yen) as whole
from paid
group by all
