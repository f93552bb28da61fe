-- Tickets as letters (受診券・利用券の送付), and the rest of a run that the printer did not finish: it moves to a new run.
alter table mailing.run drop constraint run_kind_check;
alter table mailing.run add constraint run_kind_check
  check (kind in ('NOTICE', 'ADVICE', 'TICKET', 'GUIDANCE_TICKET'));
alter table mailing.letter drop constraint letter_state_check;
alter table mailing.letter add constraint letter_state_check
  check (state in ('WAITING', 'PRINTED', 'REFUSED', 'MOVED'));
