-- Invitations, answers, drugs that were asked about, and documents without a course, whose time is over (保存期間の過ぎた利用案内・
-- 回答・服薬の確認・文書). Row-level security binds the owner as well.
alter table guidance.invited add column id bigint generated always as identity unique;

create function guidance.delete_invited(ids bigint[]) returns void language sql security definer
  set search_path = guidance, pg_temp as $$
  delete from guidance.invited where id = any(ids);
$$;
revoke all on function guidance.delete_invited(bigint[]) from public;
grant execute on function guidance.delete_invited(bigint[]) to tsunagu_app;
create function guidance.delete_replies(ids bigint[]) returns void language sql security definer
  set search_path = guidance, pg_temp as $$
  delete from guidance.reply where id = any(ids);
$$;
revoke all on function guidance.delete_replies(bigint[]) from public;
grant execute on function guidance.delete_replies(bigint[]) to tsunagu_app;
create function guidance.delete_exclusions(ids bigint[]) returns void language sql security definer
  set search_path = guidance, pg_temp as $$
  delete from guidance.exclusion where id = any(ids);
$$;
revoke all on function guidance.delete_exclusions(bigint[]) from public;
grant execute on function guidance.delete_exclusions(bigint[]) to tsunagu_app;
create function guidance.delete_received(ids bigint[]) returns void language sql security definer
  set search_path = guidance, pg_temp as $$
  delete from guidance.received where document_id = any(ids) and course_id is null;
$$;
revoke all on function guidance.delete_received(bigint[]) from public;
grant execute on function guidance.delete_received(bigint[]) to tsunagu_app;
