-- Mean points of finished courses (終了者の平均ポイント).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area,
  sum(cast(points as bigint)) as part,
  count(*) as whole
from to_guide
where finished_on is not null and level = '1'
group by all
