-- Reminders to those who did not come, as letters (未受診者への案内).
alter table mailing.run drop constraint run_kind_check;
alter table mailing.run add constraint run_kind_check
  check (kind in ('NOTICE', 'ADVICE', 'TICKET', 'GUIDANCE_TICKET', 'REMINDER'));
