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

drop view stats.lineage;
drop view xianbao.used_measure;
create view xianbao.used_measure as
select edition, submission, provisional, return_name, reporter, period, indicator, region, source, member, value, denominator, qualifier
from (
    select es.edition, es.submission, es.provisional, s.return_name, s.region as reporter, s.period, s.period_end,
           m.indicator, m.region, case m.source when '*' then '＊' else m.source end as source, m.member,
           m.value, m.denominator, m.qualifier, d.as_of,
           max(s.period_end) over (partition by es.edition, m.indicator, s.region, m.source) as last
    from xianbao.edition_submission es
    join xianbao.submission s on s.id = es.submission
    join xianbao.measure_by_member m on m.submission = es.submission
    join xianbao.indicator d on d.name = m.indicator
    where d.kind <> 'case') u
where not as_of or period_end = last;
comment on view xianbao.used_measure is '期次的数字所用的各项贡献 | the contributions that the figures of an edition are made of';

create view stats.lineage as
select e.period, e.n as edition, o.indicator, o.region, o.source, o.value, o.unit, o.qualifier,
       m.submission, s.return_name, s.region as reporter, s.period as submission_period, v.revision,
       case when o.status <> 'Q' then m.contribution end as contribution,
       case when o.status <> 'Q' then m.denominator end as contribution_denominator,
       case when o.status <> 'Q' then m.qualifier end as contribution_qualifier,
       w.name as workbook, w.hash as workbook_hash, w.received_at, s.sheet, s.rows,
       (select jsonb_object_agg(r.column_name, s.places -> r.column_name order by r.column_name)
        from xianbao.indicator_read r
        where r.fingerprint = v.definitions and r.return_since = s.since and r.indicator = o.indicator
          and not r.personal and s.places ? r.column_name) as places,
       s.version as definition_version, v.definitions as rule_set, v.judged_at
from stats.observation o
join xianbao.edition e on e.id = o.edition
join xianbao.indicator i on i.name = o.indicator
cross join lateral (
    with recursive below (code) as (
        select o.region
        union
        select g.code from below b join xianbao.region g on g.parent = b.code
        where i.combine <> 'never' and g.valid_from <= e.period_end and coalesce(g.valid_to, 'infinity') >= e.period_end
    )
    select n.submission, sum(n.value) as contribution, sum(n.denominator) as denominator,
           xianbao.qualifier(bit_or(xianbao.qualifier_bits(n.qualifier))) as qualifier
    from xianbao.used_measure n join below b on b.code = n.region
    where n.edition = o.edition and n.indicator = o.indicator
      and (n.source = o.source
           or o.source = '*' and exists (
               select from stats.observation p
               where p.edition = o.edition and p.indicator = o.indicator and p.region = n.region and p.source = n.source
                 and p.published))
    group by n.submission) m
join xianbao.submission s on s.id = m.submission
join xianbao.verdict v on v.submission = s.id
join xianbao.workbook w on w.hash = s.workbook;
comment on view stats.lineage is '数字从何而来：每个数字所依据的报送、文件、工作表及栏目位置 | where a figure comes from: the submissions it rests on, with workbook, sheet and the place of each column it reads';
comment on column stats.lineage.contribution is '该报送的贡献（比率为分子）| what this submission contributes; of a ratio, the numerator';
comment on column stats.lineage.places is '所读栏目的位置：列标或单元格；行见 stats.return_<报表>.sheet_row，逐格见 xianbao trace | where the columns it reads stand: a letter or a cell; rows are sheet_row of stats.return_<name>, xianbao trace tells each cell';
comment on column stats.lineage.definition_version is '报表定义文件的版本 | version of the return''s definition';
comment on column stats.lineage.rule_set is '审核和计量所用定义的指纹 | fingerprint of the definitions it was judged and measured with';
grant select on stats.lineage to xianbao_reader;

alter table xianbao.measure drop column member;
