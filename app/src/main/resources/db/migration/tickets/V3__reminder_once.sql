-- The same form sent twice is one reminder: it would have asked the same people twice and spoiled the lot.
alter table tickets.reminder add form_key uuid unique;
