-- What is said about a checkup belongs to its checkup, member and insurer: one reference that is checked as a whole, in place
-- of three that could each be right and yet not fit. Rows are stored by the hundred thousand; every reference costs.
alter table checkups.checkup add constraint checkup_whole unique (id, member_id, insurer_id);

alter table checkups.decision
  drop constraint decision_insurer_id_fkey,
  drop constraint decision_member_id_fkey,
  drop constraint decision_checkup_id_fkey,
  add constraint decision_checkup foreign key (checkup_id, member_id, insurer_id)
    references checkups.checkup (id, member_id, insurer_id);

alter table checkups.high_value
  drop constraint high_value_insurer_id_fkey,
  drop constraint high_value_member_id_fkey,
  drop constraint high_value_checkup_id_fkey,
  add constraint high_value_checkup foreign key (checkup_id, member_id, insurer_id)
    references checkups.checkup (id, member_id, insurer_id);

alter table checkups.visit_advice
  drop constraint visit_advice_insurer_id_fkey,
  drop constraint visit_advice_member_id_fkey,
  drop constraint visit_advice_checkup_id_fkey,
  add constraint visit_advice_checkup foreign key (checkup_id, member_id, insurer_id)
    references checkups.checkup (id, member_id, insurer_id);
