-- Which reminder a run prints: another one of the same people has another wording.
alter table mailing.run add reminder_id bigint;
