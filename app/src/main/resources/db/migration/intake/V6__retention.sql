-- What documents of others say about people who are deleted (ほかの文書に残る候補・突合の判断). Row-level security binds the owner as
-- well.
create function intake.forget_members(members bigint[]) returns void language sql security definer
  set search_path = intake, pg_temp as $$
  delete from intake.candidate where member_id = any(members);
  delete from intake.match_decision where member_id = any(members);
$$;
revoke all on function intake.forget_members(bigint[]) from public;
grant execute on function intake.forget_members(bigint[]) to tsunagu_app;
