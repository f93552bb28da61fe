-- Log-in by the organisation's identity service (シングルサインオン): an administrator writes down the address, the first
-- log-in binds the account to the service's own number of the person.
alter table access.staff
  add column email text check (email = lower(email)),
  add column oidc_subject text;
create unique index staff_email on access.staff (email) where email is not null;
create unique index staff_oidc_subject on access.staff (oidc_subject) where oidc_subject is not null;

grant update (email, oidc_subject) on access.staff to tsunagu_app;
