-- Asked once a statement, not once for each of some hundred thousand figures: there is such an edition, and it is new. Editions are
-- never deleted, so it stays there.
create or replace function xianbao.refuse_addition() returns trigger language plpgsql as $$
begin
    if exists (
        select from (select distinct edition from added) a
        left join xianbao.edition e on e.id = a.edition
        where e.xmin is distinct from pg_current_xact_id()::xid)
    then
        raise exception '期次已结，不得增补（%）| nothing can be added to an edition that is closed (%)',
            tg_table_name, tg_table_name using errcode = 'restrict_violation';
    end if;
    return null;
end
$$;
alter table stats.observation drop constraint observation_edition_fkey;
alter table xianbao.edition_submission drop constraint edition_submission_edition_fkey;
