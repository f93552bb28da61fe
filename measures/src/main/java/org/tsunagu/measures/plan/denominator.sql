-- People of the denominator (特定健診対象者数).
select
  insurer, fiscal_year, sex, age_band, member_type, employer, area,
  count(*) as part,
  cast(0 as bigint) as whole
from member
where in_denominator
group by all
