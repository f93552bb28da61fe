-- Claims of medical care that were handed in where checkups are: the claims module reads them.
alter table intake.delivery drop constraint delivery_origin_check;
alter table intake.delivery add constraint delivery_origin_check
  check (origin in ('CHECKUP', 'DOCK', 'CLINICAL', 'CLAIMS'));
