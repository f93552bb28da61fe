-- A reason to keep something of a person goes with the person (本人の削除と保留の記録): a hold that stands keeps the person, too.
create function retention.forget_members(members bigint[]) returns void language sql security definer
  set search_path = retention, pg_temp as $$
  delete from retention.hold where member_id = any(members);
$$;
revoke all on function retention.forget_members(bigint[]) from public;
grant execute on function retention.forget_members(bigint[]) to tsunagu_app;
