-- People of reports whose time is over (保存期間の過ぎた法定報告の個人別明細): what was counted stays, who was counted does not. What is
-- frozen the application itself still cannot take away; the functions below can. Row-level security binds the owner as well.
alter table reporting.person add column id bigint generated always as identity unique;
alter table reporting.writing add column file_removed boolean not null default false;
grant update (file_removed) on reporting.writing to tsunagu_app;
alter policy frozen_stays on reporting.person to tsunagu_app;
alter policy frozen_stays on reporting.gap to tsunagu_app;
alter policy frozen_stays on reporting.course to tsunagu_app;

create function reporting.delete_people(ids bigint[]) returns void language sql security definer
  set search_path = reporting, pg_temp as $$
  delete from reporting.refusal r using reporting.person p, reporting.writing w
    where p.id = any(ids) and w.report_id = p.report_id and r.writing_id = w.id and r.member_id = p.member_id;
  delete from reporting.course c using reporting.person p
    where p.id = any(ids) and c.report_id = p.report_id and c.member_id = p.member_id;
  delete from reporting.gap g using reporting.person p
    where p.id = any(ids) and g.report_id = p.report_id and g.member_id = p.member_id;
  delete from reporting.person where id = any(ids);
$$;
revoke all on function reporting.delete_people(bigint[]) from public;
grant execute on function reporting.delete_people(bigint[]) to tsunagu_app;

-- What is missing of somebody who is in no list of people.
create function reporting.forget_members(members bigint[]) returns void language sql security definer
  set search_path = reporting, pg_temp as $$
  delete from reporting.refusal where member_id = any(members);
  delete from reporting.course where member_id = any(members);
  delete from reporting.gap where member_id = any(members);
$$;
revoke all on function reporting.forget_members(bigint[]) from public;
grant execute on function reporting.forget_members(bigint[]) to tsunagu_app;
