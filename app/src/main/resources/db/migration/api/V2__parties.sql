-- Whose system a program is, of legal/parties (連携先の種類): empty for one of the insurer itself. Answers in FHIR leave without
-- a decision about each person, so that only the insurer's own systems have them.
alter table api.client
  add column party text not null default '',
  add constraint fhir_is_for_own_systems check (party = '' or not scopes && array['system/Bundle.read', 'system/Patient.read', 'system/Observation.read']);
