-- People of requests and files of employers whose time is over (保存期間の過ぎた提供依頼の対象者・事業主のファイル). Row-level
-- security binds the owner as well.
alter table exchange.request_person add column id bigint generated always as identity unique;

create function exchange.delete_request_people(ids bigint[]) returns void language sql security definer
  set search_path = exchange, pg_temp as $$
  delete from exchange.request_person where id = any(ids);
$$;
revoke all on function exchange.delete_request_people(bigint[]) from public;
grant execute on function exchange.delete_request_people(bigint[]) to tsunagu_app;
create function exchange.delete_uploads(ids bigint[]) returns void language sql security definer
  set search_path = exchange, pg_temp as $$
  delete from exchange.correction where upload_id = any(ids);
  delete from exchange.choice where upload_id = any(ids);
  delete from exchange.upload where id = any(ids);
$$;
revoke all on function exchange.delete_uploads(bigint[]) from public;
grant execute on function exchange.delete_uploads(bigint[]) to tsunagu_app;
