-- What was found out about drugs goes with its result.
create or replace function checkups.delete_checkups(ids bigint[]) returns void language sql security definer
  set search_path = checkups, pg_temp as $$
  delete from checkups.visit_advice where checkup_id = any(ids);
  delete from checkups.high_value where checkup_id = any(ids);
  delete from checkups.recheck where checkup_id = any(ids);
  delete from checkups.decision where checkup_id = any(ids);
  update checkups.checkup set superseded_by = null where superseded_by = any(ids) and id <> all(ids);
  delete from checkups.checkup where id = any(ids);
$$;
