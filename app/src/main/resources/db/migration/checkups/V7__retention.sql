-- Results whose time is over (保存期間の過ぎた健診結果), with everything made from them. Row-level security binds the owner as
-- well.
create function checkups.delete_checkups(ids bigint[]) returns void language sql security definer
  set search_path = checkups, pg_temp as $$
  delete from checkups.visit_advice where checkup_id = any(ids);
  delete from checkups.high_value where checkup_id = any(ids);
  delete from checkups.decision where checkup_id = any(ids);
  update checkups.checkup set superseded_by = null where superseded_by = any(ids) and id <> all(ids);
  delete from checkups.checkup where id = any(ids);
$$;
revoke all on function checkups.delete_checkups(bigint[]) from public;
grant execute on function checkups.delete_checkups(bigint[]) to tsunagu_app;
