-- Invitations to guidance as letters (特定保健指導の利用案内). What a run prints is a reminder or an invitation.
alter table mailing.run drop constraint run_kind_check;
alter table mailing.run add constraint run_kind_check
  check (kind in ('NOTICE', 'ADVICE', 'TICKET', 'GUIDANCE_TICKET', 'REMINDER', 'INVITATION'));
alter table mailing.run rename column reminder_id to occasion_id;
