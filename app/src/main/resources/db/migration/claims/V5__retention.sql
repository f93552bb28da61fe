-- Claims whose time is over (保存期間の過ぎたレセプト), with everything in them. Row-level security binds the owner as well.
create function claims.delete_claims(ids bigint[]) returns void language sql security definer
  set search_path = claims, pg_temp as $$
  delete from claims.dispensed where claim_id = any(ids) or prescriber_claim_id = any(ids);
  delete from claims.prescription where claim_id = any(ids);
  delete from claims.claim_correction where claim_id = any(ids);
  delete from claims.claim_drug where claim_id = any(ids);
  delete from claims.claim_disease where claim_id = any(ids);
  delete from claims.waiting_correction where claim_id = any(ids);
  delete from claims.finding f using claims.claim c
    where c.id = any(ids) and f.delivery_id = c.delivery_id and f.item = c.item;
  delete from claims.claim where id = any(ids);
$$;
revoke all on function claims.delete_claims(bigint[]) from public;
grant execute on function claims.delete_claims(bigint[]) to tsunagu_app;
