-- Extracts whose time is over (保存期間の過ぎた匿名化した抽出), with the numbers of the members in them. Row-level security binds the
-- owner as well.
create function extracts.delete_extracts(ids bigint[]) returns void language sql security definer
  set search_path = extracts, pg_temp as $$
  delete from extracts.extract where id = any(ids);
$$;
revoke all on function extracts.delete_extracts(bigint[]) from public;
grant execute on function extracts.delete_extracts(bigint[]) to tsunagu_app;
