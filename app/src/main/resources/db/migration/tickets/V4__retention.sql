-- Tickets, exclusions and reminders whose time is over (保存期間の過ぎた受診券・除外・案内). A person of a reminder gets a number, by
-- which what is to be deleted is listed. Row-level security binds the owner as well.
alter table tickets.reminded add column id bigint generated always as identity unique;

create function tickets.delete_tickets(ids bigint[]) returns void language sql security definer
  set search_path = tickets, pg_temp as $$
  delete from tickets.event where ticket_id = any(ids);
  delete from tickets.ticket where id = any(ids);
$$;
revoke all on function tickets.delete_tickets(bigint[]) from public;
grant execute on function tickets.delete_tickets(bigint[]) to tsunagu_app;
create function tickets.delete_exclusions(ids bigint[]) returns void language sql security definer
  set search_path = tickets, pg_temp as $$
  delete from tickets.exclusion where id = any(ids);
$$;
revoke all on function tickets.delete_exclusions(bigint[]) from public;
grant execute on function tickets.delete_exclusions(bigint[]) to tsunagu_app;
create function tickets.delete_reminded(ids bigint[]) returns void language sql security definer
  set search_path = tickets, pg_temp as $$
  delete from tickets.reminded where id = any(ids);
$$;
revoke all on function tickets.delete_reminded(bigint[]) from public;
grant execute on function tickets.delete_reminded(bigint[]) to tsunagu_app;
