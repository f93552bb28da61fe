-- Copies of results go with the results (写しの削除).
grant delete on exchange.upload, exchange.correction, exchange.choice, exchange.delivered, exchange.handover_item to tsunagu_app;

-- Which kind of data a document is, of legal/data-classes: by the age of the person in its fiscal year.
alter table exchange.handover_item add column data text not null default '';
