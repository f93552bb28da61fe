-- Which claim month a replacing delivery replaces; all months it holds when none was named.
alter table claims.delivery add column replaced_month date;
