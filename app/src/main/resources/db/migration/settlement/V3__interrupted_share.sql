-- A contract may also say what is paid of a course that ends early (途中終了の支払割合).
alter table settlement.contract_share drop constraint contract_share_stage_check;
alter table settlement.contract_share add constraint contract_share_stage_check
  check (stage in ('FIRST_INTERVIEW', 'EVALUATION', 'INTERRUPTED'));
