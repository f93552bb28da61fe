-- Where results come from (結果の出どころ): a file may hold human dock results or results of treatment, which its documents do
-- not say; a document with another insurer's number is one handed over, and somebody must say on which ground it is taken.
alter table intake.delivery
  add column origin text not null default 'CHECKUP' check (origin in ('CHECKUP', 'DOCK', 'CLINICAL'));

-- Eight digits, only when it is not the number of the insurer that received the document.
alter table intake.document add column other_insurer text not null default '';

alter table intake.document drop constraint document_match_check;
alter table intake.document add constraint document_match_check
  check (match in ('NUMBER', 'LINKED', 'DECIDED', 'DOUBTFUL', 'NONE', 'EARLIER', 'NOT_ASKED'));
drop index intake.document_queue;
create index document_queue on intake.document (insurer_id, match, id) where match in ('DOUBTFUL', 'NONE', 'EARLIER');

alter table intake.match_decision add column ground text not null default '';
