-- What the figures of an edition were made by, kept with it: which code each county went on under, what lay within what, and
-- how each indicator was added up. Lists and definitions change later; where an old figure comes from does not.

create table xianbao.edition_place (
    edition bigint not null,
    code    text   not null,
    place   text   not null,
    within  text   not null,
    primary key (edition, code, within)
);
create index on xianbao.edition_place (edition, within);
comment on table xianbao.edition_place is
    '本版所用的区划：报送中的各代码归入何地，及其各级上级 | the boundaries of an edition: what each code in its returns counted as, and within what';
comment on column xianbao.edition_place.code is '报送中的代码 | code as it was reported';
comment on column xianbao.edition_place.place is
    '期末所沿用的代码；未变者即其本身 | the code it goes on under at the end of the period; itself where it did not change';
comment on column xianbao.edition_place.within is '其本身及其各级上级 | that place, and each above it';

create table xianbao.indicator_version (
    fingerprint text    not null,
    indicator   text    not null,
    kind        text    not null,
    combine     text    not null,
    as_of       boolean not null,
    publish     text[]  not null,
    primary key (fingerprint, indicator)
);
comment on table xianbao.indicator_version is '各套定义中指标如何汇总 | how indicators are added up by the definitions of a fingerprint';
comment on column xianbao.indicator_version.publish is '公布来源的先后 | the sources to publish, the first that states it';

insert into xianbao.indicator_version
select d.fingerprint, i.name, i.kind, i.combine, i.as_of, i.publish
from xianbao.indicator i
cross join (select fingerprint from xianbao.definitions where fingerprint <> '' order by applied_at desc limit 1) d;

-- those that are closed already, by the rule that they were closed by
with day as materialized (
    select distinct period_end as day from xianbao.edition
), region as materialized (
    select distinct on (d.day, r.code) d.day, r.code, r.parent
    from day d join xianbao.region r on r.valid_from <= d.day and coalesce(r.valid_to, 'infinity') >= d.day
    order by d.day, r.code, r.valid_from desc
), gone as materialized (
    select distinct on (d.day, c.code, c.place) d.day, c.code, c.place,
           c.own and c.since = max(c.since) over (partition by d.day, c.code) as own
    from day d cross join lateral xianbao.carry(d.day) c
    where c.share = 1 and c.until < d.day and not exists (select from region r where (r.day, r.code) = (d.day, c.code))
    order by d.day, c.code, c.place, c.since desc
), up as materialized (
    select r.day, r.code, a.ancestor from region r cross join lateral xianbao.ancestors(r.code, r.day) a (ancestor)
    union
    select day, code, place from gone
    union
    select day, code, code from gone
), reported as (
    select c.edition, s.region as code from xianbao.edition_submission c join xianbao.submission s on s.id = c.submission
    union
    select c.edition, m.region from xianbao.edition_submission c join xianbao.measure m on m.submission = c.submission
)
insert into xianbao.edition_place (edition, code, place, within)
select distinct on (1, 2, 4) c.edition, c.code, coalesce(g.place, c.code), coalesce(u.ancestor, g.place, c.code)
from reported c
join xianbao.edition e on e.id = c.edition
left join gone g on g.day = e.period_end and g.code = c.code and g.own
left join up u on u.day = e.period_end and u.code = coalesce(g.place, c.code);

create trigger stands before update or delete or truncate on xianbao.edition_place
    for each statement execute function xianbao.refuse_change();
alter table xianbao.edition_place enable always trigger stands;
create trigger sealed after insert on xianbao.edition_place referencing new table as added
    for each statement execute function xianbao.refuse_addition();
alter table xianbao.edition_place enable always trigger sealed;
