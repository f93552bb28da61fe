-- Claims of facilities whose time is over (保存期間の過ぎた決済), with what was decided and paid. The sums of a closed month stay.
-- Row-level security binds the owner as well.
create function settlement.delete_claims(ids bigint[]) returns void language sql security definer
  set search_path = settlement, pg_temp as $$
  delete from settlement.payment where claim_id = any(ids);
  delete from settlement.ground g using settlement.decision d where d.claim_id = any(ids) and g.decision_id = d.id;
  delete from settlement.decision where claim_id = any(ids);
  delete from settlement.claim_charge where claim_id = any(ids);
  delete from settlement.claim_line where claim_id = any(ids);
  delete from settlement.claim where id = any(ids);
$$;
revoke all on function settlement.delete_claims(bigint[]) from public;
grant execute on function settlement.delete_claims(bigint[]) to tsunagu_app;
