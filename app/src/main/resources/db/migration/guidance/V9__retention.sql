-- Courses whose time is over (保存期間の過ぎた保健指導), with everything in them. Row-level security binds the owner as well.
create function guidance.delete_courses(ids bigint[]) returns void language sql security definer
  set search_path = guidance, pg_temp as $$
  delete from guidance.given where course_id = any(ids);
  delete from guidance.received where course_id = any(ids);
  delete from guidance.event where course_id = any(ids);
  delete from guidance.course where id = any(ids);
$$;
revoke all on function guidance.delete_courses(bigint[]) from public;
grant execute on function guidance.delete_courses(bigint[]) to tsunagu_app;
