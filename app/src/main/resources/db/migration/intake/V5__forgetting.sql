-- Documents whose results were deleted (結果を削除した文書): whom they were about, and what was said of them, is forgotten.
-- Row-level security binds the owner as well.
create function intake.forget_documents(ids bigint[]) returns void language sql security definer
  set search_path = intake, pg_temp as $$
  delete from intake.candidate where document_id = any(ids);
  delete from intake.match_decision where document_id = any(ids);
  delete from intake.repair where document_id = any(ids);
  delete from intake.finding f using intake.document d
    where d.id = any(ids) and f.delivery_id = d.delivery_id and f.entry = d.entry;
  update intake.document set member_id = null, exam_date = null, symbol = '', number = '', branch = '', kana = '',
    sex = '', birth = '', postal_code = '', match = 'NOT_ASKED' where id = any(ids);
$$;
revoke all on function intake.forget_documents(bigint[]) from public;
grant execute on function intake.forget_documents(bigint[]) to tsunagu_app;
