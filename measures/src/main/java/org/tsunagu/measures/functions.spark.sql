create or replace temporary function age_band(age int) returns string return case when age is null then '' when age >= 85 then '85-' else lpad(cast(age div 5 * 5 as string), 2, '0') || '-' || lpad(cast(age div 5 * 5 + 4 as string), 2, '0') end;
create or replace temporary function one_if(condition boolean) returns bigint return cast(case when condition then 1 else 0 end as bigint);
create or replace temporary function month_of(day date) returns int return month(day);
