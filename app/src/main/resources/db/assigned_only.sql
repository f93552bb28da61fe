-- Runs after all migrations: an outside provider (委託先) sees of every table with members the rows of assigned members,
-- and nothing of any other table of an insurer; a member (加入者本人・代理人) sees of every table with members the own rows.
-- Done for all tables at once, so that no new one can be forgotten. Both are one condition: two would make the planner
-- think that next to nothing is left of a table.
do $$
declare
  guarded record;
  nobody constant text := '(select nullif(current_setting(''tsunagu.provider'', true), '''')) is null';
  nobody_outside constant text := '(select coalesce(nullif(current_setting(''tsunagu.provider'', true), ''''),'
    ' nullif(current_setting(''tsunagu.member'', true), ''''))) is null';
  own constant text := '%I in (select a.member_id from access.assignment a'
    ' where a.staff_id = (select nullif(current_setting(''tsunagu.provider'', true), '''')::bigint)'
    ' and a.until >= (now() at time zone ''Asia/Tokyo'')::date'
    ' union all select nullif(current_setting(''tsunagu.member'', true), '''')::bigint)';
  condition text;
begin
  for guarded in
    select c.oid, n.nspname, c.relname,
      exists (select 1 from pg_attribute m where m.attrelid = c.oid and m.attname = 'member_id'
        and not m.attisdropped) as has_member,
      exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'assigned_only') as has_former
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'insurer_id' and not a.attisdropped
    where c.relkind in ('r', 'p') and c.relrowsecurity
      -- The ledger takes what a provider does; assignments have a rule of their own.
      and (n.nspname, c.relname) not in (('audit', 'event'), ('audit', 'chain'), ('access', 'assignment'))
      and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'own_only')
  loop
    if guarded.has_former then
      execute format('drop policy assigned_only on %I.%I', guarded.nspname, guarded.relname);
    end if;
    if guarded.has_member then
      condition := nobody_outside || ' or ' || format(own, 'member_id');
    elsif (guarded.nspname, guarded.relname) = ('membership', 'member') then
      condition := nobody_outside || ' or ' || format(own, 'id');
    else
      condition := nobody;
    end if;
    execute format('create policy own_only on %I.%I as restrictive using (%s) with check (%s)',
      guarded.nspname, guarded.relname, condition, condition);
  end loop;
end $$;
