-- Cost by middle class (疾病中分類別の費用割合).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area, class121,
  sum(yen) as part,
  cast(0 as bigint) as whole
from borne
group by all
union all
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area, cast(null as string) as class121,
  cast(0 as bigint) as part,
  sum(yen) as whole
from paid
group by all
