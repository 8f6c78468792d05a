-- Who is counted once was a row a person, a text each; a hundred thousand of them are now one row of sixteen bytes each, so that
-- measures are as many as there are returns, places and indicators, whatever the rolls of persons are like.

create function xianbao.member(text) returns uuid language sql immutable parallel safe as $$
    select encode(substr(sha256(convert_to($1, 'UTF8')), 1, 16), 'hex')::uuid
$$;
comment on function xianbao.member(text) is
    '只计一次者的编号：SHA-256 的前 128 位 | the number of what is counted once: the first 128 bits of its SHA-256';

alter table xianbao.measure
    add column members uuid[],
    add column id bigint generated always as identity primary key;
-- what does not compress is not tried to
alter table xianbao.measure alter column members set storage external;
comment on column xianbao.measure.value is '数值；只计一次的为其个数 | the value; of what is counted once, how many';
comment on column xianbao.measure.members is '只计一次者，升序；不计人的为空 | what is counted once, ascending; null where nothing is';

insert into xianbao.measure (submission, indicator, region, source, member, value, qualifier, members)
select submission, indicator, region, source, '', count(*), xianbao.qualifier(bit_or(xianbao.qualifier_bits(qualifier))),
       array_agg(xianbao.member(member) order by xianbao.member(member))
from xianbao.measure
where member <> ''
group by submission, indicator, region, source;

delete from xianbao.measure where member <> '';

-- those that read members one by one
create view xianbao.measure_by_member as
select m.submission, m.indicator, m.region, m.source, n.member, case when m.members is null then m.value else 1 end as value,
       m.denominator, m.qualifier
from xianbao.measure m left join lateral unnest(m.members) n (member) on true;
comment on view xianbao.measure_by_member is '贡献，只计一次者逐一列出 | contributions, what is counted once one by one';
comment on column xianbao.measure_by_member.member is '只计一次者；不计人的为空 | what is counted once; null where nothing is';

-- The views and functions that stand, reading so.
do $$
begin
    execute 'create or replace view stats.revision_due as '
        || replace(pg_get_viewdef('stats.revision_due'::regclass), 'measure.member,', 'measure.members,');
    execute replace(pg_get_functiondef('stats.on_boundaries(date, date, text, text)'::regprocedure),
                    'xianbao.measure m', 'xianbao.measure_by_member m');
end
$$;

-- from here on in R__basis_of_figures.sql
drop view stats.lineage;
drop view xianbao.used_measure;

alter table xianbao.measure drop column member;
