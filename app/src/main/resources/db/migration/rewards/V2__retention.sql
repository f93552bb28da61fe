-- Points whose time is over (保存期間の過ぎた健康ポイント): everything of a member or nothing, because a part of a ledger would give
-- another balance. Row-level security binds the owner as well.
create or replace function rewards.only_grows() returns trigger language plpgsql as $$
begin
  -- Only the function below says this, and the application may not delete by itself.
  if tg_op = 'DELETE' and current_setting('tsunagu.time_is_over', true) = 'yes' then
    return null;
  end if;
  raise exception 'the ledger of points only grows';
end $$;

create function rewards.delete_ledgers(ids bigint[]) returns void language plpgsql security definer
  set search_path = rewards, pg_temp as $$
begin
  perform set_config('tsunagu.time_is_over', 'yes', true);
  delete from rewards.entry where member_id = any(ids);
  perform set_config('tsunagu.time_is_over', '', true);
  delete from rewards.joining where member_id = any(ids);
end $$;
revoke all on function rewards.delete_ledgers(bigint[]) from public;
grant execute on function rewards.delete_ledgers(bigint[]) to tsunagu_app;
