-- Tasks whose time is over (保存期間の過ぎた作業), with who changed what, and workbooks that came back. Row-level security binds
-- the owner as well.
create function worklists.delete_tasks(ids bigint[]) returns void language sql security definer
  set search_path = worklists, pg_temp as $$
  delete from worklists.upload_line where task_id = any(ids);
  delete from worklists.change where task_id = any(ids);
  delete from worklists.task where id = any(ids);
$$;
revoke all on function worklists.delete_tasks(bigint[]) from public;
grant execute on function worklists.delete_tasks(bigint[]) to tsunagu_app;
create function worklists.delete_uploads(ids bigint[]) returns void language sql security definer
  set search_path = worklists, pg_temp as $$
  delete from worklists.upload_line where upload_id = any(ids);
  delete from worklists.upload where id = any(ids);
$$;
revoke all on function worklists.delete_uploads(bigint[]) from public;
grant execute on function worklists.delete_uploads(bigint[]) to tsunagu_app;
