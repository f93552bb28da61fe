-- Insurers are known by their numbers (提供先の保険者番号): one insurer is written in more than one way.
alter table consent.event add column recipient_number text not null default '';

-- Everything that a member has said goes together or not at all: half a ledger would say something else.
create or replace function consent.delete_events(ids bigint[]) returns void language sql security definer
  set search_path = consent, pg_temp as $$
  delete from consent.event where member_id in (select member_id from consent.event where id = any(ids));
$$;
