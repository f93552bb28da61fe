-- Claims for docks whose time is over (保存期間の過ぎた人間ドックの補助). Row-level security binds the owner as well.
create function docks.delete_claims(ids bigint[]) returns void language sql security definer
  set search_path = docks, pg_temp as $$
  delete from docks.claim where id = any(ids);
$$;
revoke all on function docks.delete_claims(bigint[]) from public;
grant execute on function docks.delete_claims(bigint[]) to tsunagu_app;
