-- Members whose time is over (保存期間の過ぎた加入者), last of all, and files of the register with the lines that could not be read.
-- Row-level security binds the owner as well.
create function membership.delete_members(ids bigint[]) returns void language sql security definer
  set search_path = membership, pg_temp as $$
  delete from membership.transfer where member_id = any(ids);
  delete from membership.change where member_id = any(ids);
  delete from membership.insured_number where member_id = any(ids);
  delete from membership.coverage where member_id = any(ids);
  delete from membership.member where id = any(ids);
$$;
revoke all on function membership.delete_members(bigint[]) from public;
grant execute on function membership.delete_members(bigint[]) to tsunagu_app;
create function membership.delete_register_files(ids bigint[]) returns void language sql security definer
  set search_path = membership, pg_temp as $$
  delete from membership.bad_line where register_file_id = any(ids);
  delete from membership.register_file where id = any(ids);
$$;
revoke all on function membership.delete_register_files(bigint[]) from public;
grant execute on function membership.delete_register_files(bigint[]) to tsunagu_app;
