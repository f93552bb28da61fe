-- Letters whose time is over (保存期間の過ぎた通知). The file of a run goes by a time of its own: it is a copy of what was sent.
-- Row-level security binds the owner as well.
alter table mailing.letter add column id bigint generated always as identity unique;
alter table mailing.run add column file_removed boolean not null default false;

create function mailing.delete_letters(ids bigint[]) returns void language sql security definer
  set search_path = mailing, pg_temp as $$
  delete from mailing.letter where id = any(ids);
$$;
revoke all on function mailing.delete_letters(bigint[]) from public;
grant execute on function mailing.delete_letters(bigint[]) to tsunagu_app;
