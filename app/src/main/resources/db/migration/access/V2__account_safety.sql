-- What keeps an account safe (アカウントの保護). The secret of the second factor is sealed with a key that is not in the
-- database; the codes for emergencies are kept as keyed hashes and taken out when used.
alter table access.staff
  -- Counts up when every session of the person must end: new password, other roles, lock.
  add column session_version int not null default 1,
  add column must_change_password boolean not null default false,
  add column factor_secret bytea,
  -- The last time step whose code was used: no code is taken twice.
  add column factor_step bigint not null default 0,
  add column recovery_codes text[] not null default '{}';

alter table access.insurer add column requires_factor boolean not null default false;

grant update (session_version, must_change_password, factor_secret, factor_step, recovery_codes)
  on access.staff to tsunagu_app;
grant update (requires_factor) on access.insurer to tsunagu_app;
