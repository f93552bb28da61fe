create or replace macro age_band(age) as case when age is null then '' when age >= 85 then '85-' else lpad(cast(age // 5 * 5 as varchar), 2, '0') || '-' || lpad(cast(age // 5 * 5 + 4 as varchar), 2, '0') end;
create or replace macro one_if(condition) as cast(case when condition then 1 else 0 end as bigint);
create or replace macro month_of(day) as month(day);
