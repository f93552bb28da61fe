-- People not examined for three years (3年連続未受診者の割合).
select
  m.insurer, m.fiscal_year, m.sex, m.age_band, m.member_type, m.employer, m.area,
  sum(one_if(c.person is null)) as part,
  count(*) as whole
from member m
join member second on second.insurer = m.insurer and second.person = m.person and second.fiscal_year = m.fiscal_year - 1 and second.in_denominator
join member third on third.insurer = m.insurer and third.person = m.person and third.fiscal_year = m.fiscal_year - 2 and third.in_denominator
left join (
  select distinct y.insurer, y.person, y.fiscal_year
  from member y
  join checkup x on x.insurer = y.insurer and x.person = y.person and x.counted and x.fiscal_year between y.fiscal_year - 2 and y.fiscal_year
) c on c.insurer = m.insurer and c.person = m.person and c.fiscal_year = m.fiscal_year
where m.in_denominator
group by all
