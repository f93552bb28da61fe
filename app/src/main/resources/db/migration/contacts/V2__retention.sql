-- Contacts whose time is over (保存期間の過ぎた連絡の記録). Row-level security binds the owner as well.
create function contacts.delete_contacts(ids bigint[]) returns void language sql security definer
  set search_path = contacts, pg_temp as $$
  delete from contacts.contact where id = any(ids);
$$;
revoke all on function contacts.delete_contacts(bigint[]) from public;
grant execute on function contacts.delete_contacts(bigint[]) to tsunagu_app;
