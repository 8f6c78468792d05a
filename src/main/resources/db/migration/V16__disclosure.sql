-- Counts of a few persons are not published: what is withheld stands where only the administrator sees it.

alter table xianbao.indicator add column least numeric;
comment on column xianbao.indicator.least is '县以下公布的最小人数；空为不限 | the least count of persons published below the counties; null where it counts no persons';

create table xianbao.suppressed (
    edition     bigint  not null references xianbao.edition,
    indicator   text    not null,
    region      text    not null,
    source      text    not null,
    value       numeric not null,
    numerator   numeric,
    denominator numeric,
    secondary   boolean not null,
    primary key (edition, indicator, region, source)
);
comment on table xianbao.suppressed is '不予公布的数字 | figures that are not published';
comment on column xianbao.suppressed.secondary is '本身不小，为不使他数可推算而不公布 | not small itself: withheld so that another cannot be worked out';

create trigger stands before update or delete or truncate on xianbao.suppressed
    for each statement execute function xianbao.refuse_change();
alter table xianbao.suppressed enable always trigger stands;
create trigger sealed after insert on xianbao.suppressed referencing new table as added
    for each statement execute function xianbao.refuse_addition();
alter table xianbao.suppressed enable always trigger sealed;

alter table stats.observation
    alter column value drop not null,
    add constraint withheld_says_so check ((value is null) = (status = 'Q')),
    add constraint withheld_wholly check (value is not null or (numerator is null and denominator is null));
comment on column stats.observation.value is '数值；空为不予公布（状态 Q）| the figure; null where it is withheld, status Q';
comment on column stats.observation.status is
    '状态（SDMX CL_OBS_STATUS）：A 正常；P 暂定（有待核实，或快报尚未报齐）；D 口径不全（定案时未报齐）；Q 不予公布（人数过少，或可据以推算）| SDMX CL_OBS_STATUS: A normal; P provisional: open queries, or a flash edition that returns are missing from; D definition differs: a final one that covers only those who reported; Q suppressed: it would tell of a few persons, or help to work such a figure out';
comment on column stats.figures.status is
    'A 正常；P 暂定；D 定案时未报齐；Q 不予公布 | A normal; P provisional; D final, but not all reported; Q suppressed';

-- where persons are listed, a row tells no place below the county
create view xianbao.public_region as
with recursive last as (
    select distinct on (code) code, level, parent from xianbao.region order by code, valid_from desc
), up (code, shown, level, parent) as (
    select code, code, level, parent from last
    union all
    select up.code, l.code, l.level, l.parent from up join last l on l.code = up.parent
    where up.level not in ('nation', 'province', 'prefecture', 'county')
)
select code, shown from up where level in ('nation', 'province', 'prefecture', 'county');
comment on view xianbao.public_region is '县以下的地区所在的县；县及以上为其本身 | the county of a place below one; else the place itself';

-- what is said of the least counts, and of what rows show, is to be written though the definitions have not changed
insert into xianbao.definitions (fingerprint) values ('');

-- What a figure rests on is told; what each submission contributes to a figure that is withheld is not.
create or replace view stats.lineage as
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
