-- Entries whose time is over (保存期間の過ぎた記録) are deleted by these functions alone: the application itself can neither
-- change nor delete them. Row-level security binds the owner as well.
create function consent.delete_disclosures(ids bigint[]) returns void language sql security definer
  set search_path = consent, pg_temp as $$
  delete from consent.review where disclosure_id = any(ids);
  delete from consent.disclosure where id = any(ids);
$$;
create function consent.delete_events(ids bigint[]) returns void language sql security definer
  set search_path = consent, pg_temp as $$
  delete from consent.event where id = any(ids);
$$;
revoke all on function consent.delete_disclosures(bigint[]), consent.delete_events(bigint[]) from public;
grant execute on function consent.delete_disclosures(bigint[]), consent.delete_events(bigint[]) to tsunagu_app;
