-- Who logs in as xianbao_reader reads the schema stats and does nothing else. A session may lift every bound that is a mere
-- setting, so what must not happen is denied by rights; what rights cannot deny is ended by guard_reader.

do $$
begin
    execute format('revoke temporary on database %I from public', current_database());
end
$$;

create function xianbao.reader_setting() returns table (name text, value text) language sql immutable parallel safe as $$
    values ('default_transaction_read_only', 'on'),
           ('statement_timeout', '60s'),
           ('idle_in_transaction_session_timeout', '5min'),
           ('lock_timeout', '10s'),
           ('search_path', 'stats'),
           ('temp_file_limit', '10GB')
$$;
comment on function xianbao.reader_setting() is
    '只读角色的会话设置；temp_file_limit 仅超级用户可设 | with what a reader''s session begins; temp_file_limit only a superuser can set';

-- A role can change its own settings, which no right denies.
create function xianbao.restore_reader() returns boolean language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    wanted text[] := array(select name || '=' || value from xianbao.reader_setting()
                           where name <> 'temp_file_limit' or current_setting('is_superuser')::boolean);
    found  text[] := array(select unnest(setconfig) from pg_db_role_setting where setrole = 'xianbao_reader'::regrole);
    each   text;
begin
    if wanted <@ found and found <@ array(select name || '=' || value from xianbao.reader_setting()) then
        return false;
    end if;
    alter role xianbao_reader reset all;
    for each in select datname from pg_database d join pg_db_role_setting s on s.setdatabase = d.oid
                where s.setrole = 'xianbao_reader'::regrole loop
        execute format('alter role xianbao_reader in database %I reset all', each);
    end loop;
    foreach each in array wanted loop
        execute format('alter role xianbao_reader set %I = %L', split_part(each, '=', 1), split_part(each, '=', 2));
    end loop;
    return true;
end
$$;
comment on function xianbao.restore_reader() is
    '恢复只读角色的设置；返回是否有改动 | sets the reader''s settings again; true when they had been changed';
select xianbao.restore_reader();

-- A tenth more than the setting, which comes first where the session has left it in place.
create function xianbao.guard_reader() returns table (pid int, ended boolean) language sql volatile as $$
    with bound as (
        select max(value::interval) filter (where name = 'statement_timeout') * 1.1 as statement,
               max(value::interval) filter (where name = 'idle_in_transaction_session_timeout') * 1.1 as idle
        from xianbao.reader_setting() where name like '%timeout'
    )
    select a.pid, case when a.state like 'idle%' then pg_terminate_backend(a.pid) else pg_cancel_backend(a.pid) end
    from bound, pg_stat_activity a
    where a.usename = 'xianbao_reader' and a.datname = current_database()
      and case when a.state like 'idle in transaction%' then a.state_change < clock_timestamp() - bound.idle
               else a.state <> 'idle' and a.query_start < clock_timestamp() - bound.statement end
$$;
comment on function xianbao.guard_reader() is
    '中止超时的只读会话 | cancels readers'' statements beyond the limit, ends those who linger in a transaction';

-- ---------------------------------------------------------------- what PostgreSQL lets everybody do

create view xianbao.door as
select p.oid::regprocedure as function
from pg_proc p
where p.pronamespace = 'pg_catalog'::regnamespace
  and p.proname ~ '^(lo_.*|loread|lowrite|pg_.*advisory.*lock.*|pg_(cancel|terminate)_backend|pg_notify|pg_logical_emit_message|pg_export_snapshot)$'
  and has_function_privilege('public', p.oid, 'execute');
comment on view xianbao.door is
    '任何人都可执行的非查询函数 | functions that do more than read and that everybody may execute: large objects, advisory locks, the end of others'' statements, messages';
comment on column xianbao.door.function is '函数 | the function';

create function xianbao.close_doors() returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    owner text := (select datdba::regrole::text from pg_database where datname = current_database());
    each  regprocedure;
begin
    for each in select function from xianbao.door loop
        execute format('revoke execute on function %s from public', each);
        execute format('grant execute on function %s to %s', each, owner);
    end loop;
    revoke usage on language plpgsql from public;
    execute format('grant usage on language plpgsql to %s', owner);
    perform xianbao.restore_reader();
end
$$;
comment on function xianbao.close_doors() is
    '由超级用户执行一次：收回上述函数 | for a superuser, once: takes those functions from everybody but the owner of the database';

do $$
begin
    if current_setting('is_superuser')::boolean then
        perform xianbao.close_doors();
    end if;
end
$$;

-- ---------------------------------------------------------------- rows that a view leaves out

-- A condition of the asker's must not be tried on them: its error would tell what they hold.
alter view stats.cases set (security_barrier = true);
alter view stats.open_query set (security_barrier = true);
alter view stats.lineage set (security_barrier = true);
alter view stats.flow set (security_barrier = true);
alter view stats.revision_due set (security_barrier = true);
