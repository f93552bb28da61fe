-- Entries of lists, times of being on one, and what doctors confirmed, whose time is over (保存期間の過ぎたリスト). Row-level
-- security binds the owner as well.
alter table lists.entry add column id bigint generated always as identity unique;
alter table lists.episode add column id bigint generated always as identity unique;

create function lists.delete_entries(ids bigint[]) returns void language sql security definer
  set search_path = lists, pg_temp as $$
  delete from lists.effect f using lists.entry e where e.id = any(ids) and f.build_id = e.build_id and f.list = e.list
    and f.member_id = e.member_id;
  delete from lists.entry where id = any(ids);
$$;
revoke all on function lists.delete_entries(bigint[]) from public;
grant execute on function lists.delete_entries(bigint[]) to tsunagu_app;
create function lists.delete_episodes(ids bigint[]) returns void language sql security definer
  set search_path = lists, pg_temp as $$
  delete from lists.episode where id = any(ids);
$$;
revoke all on function lists.delete_episodes(bigint[]) from public;
grant execute on function lists.delete_episodes(bigint[]) to tsunagu_app;
create function lists.delete_confirmations(ids bigint[]) returns void language sql security definer
  set search_path = lists, pg_temp as $$
  delete from lists.confirmation where id = any(ids);
$$;
revoke all on function lists.delete_confirmations(bigint[]) from public;
grant execute on function lists.delete_confirmations(bigint[]) to tsunagu_app;
