-- What was found about one claim is asked for with the claim.
create index finding_item on claims.finding (delivery_id, item);
