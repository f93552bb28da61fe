-- What members did at their own pages and whose time is over (保存期間の過ぎたマイページの記録): messages, questions, who acts for
-- whom, devices, codes, and the account itself. Row-level security binds the owner as well.
alter table portal.session add column number bigint generated always as identity unique;

create function portal.delete_messages(ids bigint[]) returns void language sql security definer
  set search_path = portal, pg_temp as $$
  delete from portal.message where id = any(ids);
$$;
revoke all on function portal.delete_messages(bigint[]) from public;
grant execute on function portal.delete_messages(bigint[]) to tsunagu_app;
create function portal.delete_inquiries(ids bigint[]) returns void language sql security definer
  set search_path = portal, pg_temp as $$
  delete from portal.inquiry where id = any(ids);
$$;
revoke all on function portal.delete_inquiries(bigint[]) from public;
grant execute on function portal.delete_inquiries(bigint[]) to tsunagu_app;
create function portal.delete_proxies(ids bigint[]) returns void language sql security definer
  set search_path = portal, pg_temp as $$
  delete from portal.door d using portal.proxy p
    where p.id = any(ids) and d.kind = 'CODE' and d.key = p.code_key and d.insurer_id = p.insurer_id;
  delete from portal.proxy where id = any(ids);
$$;
revoke all on function portal.delete_proxies(bigint[]) from public;
grant execute on function portal.delete_proxies(bigint[]) to tsunagu_app;
create function portal.delete_sessions(ids bigint[]) returns void language sql security definer
  set search_path = portal, pg_temp as $$
  delete from portal.session where number = any(ids);
$$;
revoke all on function portal.delete_sessions(bigint[]) from public;
grant execute on function portal.delete_sessions(bigint[]) to tsunagu_app;
create function portal.delete_codes(ids bigint[]) returns void language sql security definer
  set search_path = portal, pg_temp as $$
  delete from portal.door d using portal.invitation i
    where i.id = any(ids) and d.kind = 'CODE' and d.key = i.code_key and d.insurer_id = i.insurer_id;
  delete from portal.invitation where id = any(ids);
$$;
revoke all on function portal.delete_codes(bigint[]) from public;
grant execute on function portal.delete_codes(bigint[]) to tsunagu_app;
create function portal.delete_accounts(ids bigint[]) returns void language sql security definer
  set search_path = portal, pg_temp as $$
  delete from portal.door d using portal.account a
    where a.owner_id = any(ids) and d.insurer_id = a.insurer_id
    and (d.kind = 'LOGIN' and d.key = a.login_key or d.kind = 'SUBJECT' and d.key = a.subject_key);
  delete from portal.session where owner_id = any(ids);
  delete from portal.account where owner_id = any(ids);
$$;
revoke all on function portal.delete_accounts(bigint[]) from public;
grant execute on function portal.delete_accounts(bigint[]) to tsunagu_app;
-- Who acted for somebody is forgotten with the own record; the appointment ends.
create function portal.forget_proxies(members bigint[], at timestamptz) returns void language sql security definer
  set search_path = portal, pg_temp as $$
  update portal.proxy set proxy_id = null, proxy_name = '', ended_at = coalesce(ended_at, at)
    where proxy_id = any(members);
$$;
revoke all on function portal.forget_proxies(bigint[], timestamptz) from public;
grant execute on function portal.forget_proxies(bigint[], timestamptz) to tsunagu_app;
