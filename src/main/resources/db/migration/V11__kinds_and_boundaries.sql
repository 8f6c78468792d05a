-- What may be added, and on whose boundaries.

-- ---------------------------------------------------------------- regions in time

create table xianbao.concordance (
    from_code text not null,
    to_code   text not null,
    day       date not null,
    kind      text not null check (kind in ('rename', 'move', 'merge', 'split')),
    share     numeric check (share > 0 and share <= 1),
    source    text not null,
    primary key (from_code, to_code, day)
);
comment on table xianbao.concordance is '区划沿革：何地自何日起归入何地 | which region became, or went into, which other one';
comment on column xianbao.concordance.from_code is '原代码 | code before';
comment on column xianbao.concordance.to_code is '现代码 | code after';
comment on column xianbao.concordance.day is '自此日起 | the first day it holds';
comment on column xianbao.concordance.kind is 'rename 改代码、move 改隶属、merge 并入、split 拆分 | rename, move, merge, split';
comment on column xianbao.concordance.share is '归入部分占原地区的比重；空为不知 | the part of the old region that goes there; null where nobody knows';
comment on column xianbao.concordance.source is '依据 | on whose authority';

create view xianbao.region_version as
select s.code, s.day as since,
       least(coalesce(r.valid_to, 'infinity'), lead(s.day, 1, 'infinity') over (partition by s.code order by s.day) - 1) as until
from (select code, valid_from as day from xianbao.region
      union select from_code, day from xianbao.concordance
      union select to_code, day from xianbao.concordance) s
join xianbao.region r on r.code = s.code and s.day between r.valid_from and coalesce(r.valid_to, 'infinity');
comment on view xianbao.region_version is '地区在两次变动之间 | a region between two changes of it';
comment on column xianbao.region_version.until is '最后一日；infinity 为至今 | the last day; infinity while it holds';

create view xianbao.region_step as
with change as (
    select c.day, v.code, v.since, v.until, w.code as next, w.since as next_since, w.until as next_until, c.share,
           count(*) over (partition by c.to_code, c.day) as origins
    from xianbao.concordance c
    join xianbao.region_version v on v.code = c.from_code and v.until = c.day - 1
    join xianbao.region_version w on w.code = c.to_code and w.since = c.day
)
select code, since, true as forward, next, next_since, next_until, share from change
union all
select next, next_since, false, code, since, until, case when origins = 1 then 1 end from change
union all
select v.code, v.since, true, w.code, w.since, w.until, 1
from xianbao.region_version v join xianbao.region_version w on w.code = v.code and w.since = v.until + 1
where not exists (select from change c where c.code = v.code and c.day = w.since)
union all
select w.code, w.since, false, v.code, v.since, v.until, 1
from xianbao.region_version v join xianbao.region_version w on w.code = v.code and w.since = v.until + 1
where not exists (select from change c where c.next = v.code and c.day = w.since);
comment on view xianbao.region_step is '地区变动前后的承接：forward 向后，否则向前 | what a region became (forward), and what it came from';
comment on column xianbao.region_step.share is '去向所得比重；空为不知 | the part that goes there; null where nobody knows';

-- A part whose share nobody knows is still wholly in a region that holds all parts: 大同市 keeps its totals though its
-- districts were redrawn.
create function xianbao.carry(day date)
returns table (code text, since date, until date, place text, level text, own boolean, share numeric)
language sql stable set jit = off as $$
    with recursive region as materialized (
        select distinct on (r.code) r.code, r.level, r.parent from xianbao.region r
        where r.valid_from <= carry.day and coalesce(r.valid_to, 'infinity') >= carry.day
        order by r.code, r.valid_from desc
    ), walk (code, since, until, at, at_since, at_until, share) as (
        select v.code, v.since, v.until, v.code, v.since, v.until, 1::numeric from xianbao.region_version v
        union all
        select w.code, w.since, w.until, s.next, s.next_since, s.next_until, w.share * s.share
        from walk w join xianbao.region_step s
          on s.code = w.at and s.since = w.at_since
         and (s.forward and w.at_until < carry.day or not s.forward and w.at_since > carry.day)
    ), part as (
        -- where it ends up, or where its trace is lost
        select w.code, w.since, w.until, w.at, carry.day between w.at_since and w.at_until as there,
               case when count(*) = count(w.share) then sum(w.share) end as share
        from walk w
        where carry.day between w.at_since and w.at_until
           or not exists (select from xianbao.region_step s where s.code = w.at and s.since = w.at_since
                          and (s.forward and w.at_until < carry.day or not s.forward and w.at_since > carry.day))
        group by 1, 2, 3, 4, 5
    ), above (code, place, level) as (
        select r.code, r.code, r.level from region r
        union all
        select a.code, r.code, r.level
        from above a join region b on b.code = a.place join region r on r.code = b.parent
    ), whole as (
        select p.code, p.since, count(*) as parts from part p group by 1, 2
    )
    select p.code, p.since, p.until, a.place, a.level, bool_or(a.place = a.code) as own,
           case when count(*) = max(w.parts) then 1
                when count(*) = count(p.share) then sum(p.share) end
    from part p
    join whole w on w.code = p.code and w.since = p.since
    join above a on a.code = p.at
    where p.there
    group by 1, 2, 3, 4, 5
$$;
comment on function xianbao.carry(date) is
    '各时期的地区在某日区划上归入何地，含各级上级 | where the regions of all times count on the boundaries of a day, with all that is above them';

-- ---------------------------------------------------------------- totals on the boundaries of a day
-- Made from what the editions rest on, as figures.sql makes them, but with every county carried to where it lies on the day.
-- Nothing below the counties is shown. Each edition publishes the sources that it published then.

create function stats.on_boundaries(day date, as_known_on date default 'infinity', of_indicator text default null, of_period text default null)
returns table (period text, indicator text, indicator_zh text, indicator_en text, theme_zh text, theme_en text, region text,
               region_name text, level text, source text, value numeric, unit text, qualifier text, kind text, status text,
               numerator numeric, denominator numeric, reported int, expected int, edition int, edition_kind text, published boolean)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set jit = off set plan_cache_mode = force_custom_plan
set work_mem = '64MB' as $$
#variable_conflict use_column
begin
    return query
    with carry as materialized (
        select * from xianbao.carry(on_boundaries.day)
    ), chosen as materialized (
        select distinct on (e.period) e.id, e.period, e.n, e.kind
        from xianbao.edition e
        where e.closed_at < stats.end_of(as_known_on) and (of_period is null or e.period = of_period)
        order by e.period, e.n desc
    ), defined as materialized (
        select * from xianbao.indicator d where d.kind <> 'case' and (of_indicator is null or d.name = of_indicator)
    ), input as (
        select c.id as edition, m.indicator, m.region, case m.source when '*' then '＊' else m.source end as source, m.member,
               m.value, m.denominator, xianbao.qualifier_bits(m.qualifier) as bits, es.provisional, s.region as reporter, s.period_end,
               d.combine, d.as_of
        from chosen c
        join xianbao.edition_submission es on es.edition = c.id
        join xianbao.submission s on s.id = es.submission
        join xianbao.measure m on m.submission = s.id
        join defined d on d.name = m.indicator
    ), last as (
        -- what a county last said, under whatever code, and whatever has become of it since
        select i.edition, i.indicator, i.source, c.place, max(i.period_end) as period_end
        from (select distinct edition, indicator, source, reporter, period_end from input where as_of) i
        join carry c on c.own and c.code = i.reporter and i.period_end between c.since and c.until
        group by 1, 2, 3, 4
    ), superseded as (
        select distinct i.edition, i.indicator, i.source, i.reporter, i.period_end
        from (select distinct edition, indicator, source, reporter, period_end from input where as_of) i
        join carry c on c.own and c.code = i.reporter and i.period_end between c.since and c.until
        join last l on (l.edition, l.indicator, l.source, l.place) = (i.edition, i.indicator, i.source, c.place)
        where l.period_end > i.period_end
    ), used as (
        select i.* from input i
        where not i.as_of or not exists (
            select from superseded s
            where (s.edition, s.indicator, s.source, s.reporter, s.period_end)
                = (i.edition, i.indicator, i.source, i.reporter, i.period_end))
    ), county as (
        -- over time, within one reporter
        select u.edition, u.indicator, u.combine, u.source, u.region, coalesce(p.since, u.period_end) as since, u.reporter, u.member,
               case when u.combine in ('max', 'min') and u.as_of then max(u.value) else sum(u.value) end as value,
               sum(u.denominator) as denominator, bit_or(u.bits) as bits, bool_or(u.provisional) as provisional
        from used u
        left join xianbao.region_version p on p.code = u.region and u.period_end between p.since and p.until
        group by u.edition, u.indicator, u.combine, u.as_of, u.source, u.region, 6, u.reporter, u.member
    ), line as (
        -- over regions; only what adds up can be divided, and what belongs to one region alone has no part in another
        select u.*, coalesce(c.place, u.region) as place, c.level,
               case when c.place is null or c.share = 1 then 1 when u.combine = 'sum' then c.share end as share
        from county u
        left join carry c on c.code = u.region and c.since = u.since
        where case when c.place is null then not exists (select from carry o where o.code = u.region)
                   when u.combine = 'never' then c.own and c.share = 1
                   else c.level <> 'township' end
    ), decided as (
        select u.*, o.published as chosen
        from line u
        left join stats.observation o
          on (o.edition, o.indicator, o.region, o.source) = (u.edition, u.indicator, u.region, u.source)
    ), published as (
        select u.edition, u.indicator, u.place,
               case when count(distinct (u.region, u.reporter)) filter (where u.chosen) < count(distinct (u.region, u.reporter)) then null
                    when min(u.source) filter (where u.chosen) = max(u.source) filter (where u.chosen) then min(u.source) filter (where u.chosen)
                    else '*' end as source
        from decided u
        where u.indicator in (select i.indicator from input i where i.source <> '')
        group by 1, 2, 3
    ), total as (
        select l.edition, l.indicator, l.place, max(l.level) as level, l.source,
               case l.combine
                   when 'distinct' then count(distinct l.member) filter (where l.share = 1)
                   when 'max' then max(l.value) filter (where l.share = 1)
                   when 'min' then min(l.value) filter (where l.share = 1)
                   else sum(l.value * l.share) end as value,
               sum(l.denominator * l.share) as denominator,
               bit_or(l.bits) filter (where l.share is not null) as bits, bool_or(l.provisional) as provisional,
               bool_or(l.share < 1) as estimated, bool_or(l.share is null) as partial
        from (select * from decided
              union all
              select u.edition, u.indicator, u.combine, '*', u.region, u.since, u.reporter, u.member, u.value, u.denominator, u.bits,
                     u.provisional, u.place, u.level, u.share, u.chosen
              from decided u
              join published p on (p.edition, p.indicator, p.place, p.source) = (u.edition, u.indicator, u.place, '*')
              where u.chosen) l
        group by l.edition, l.indicator, l.combine, l.place, l.source
        having bool_or(l.share is not null)
    ), owed as (
        select i.edition, i.return_name, c.place, i.reported and c.share is not null as reported
        from (select es.edition, s.return_name, s.region, s.period_end, true as reported
              from chosen e
              join xianbao.edition_submission es on es.edition = e.id
              join xianbao.submission s on s.id = es.submission
              union all
              select m.edition, m.return_name, m.region, d.period_end, false
              from chosen e
              join xianbao.edition_missing m on m.edition = e.id
              join xianbao.due_period d on d.return_name = m.return_name and d.period = m.period) i
        join carry c on c.code = i.region and i.period_end between c.since and c.until
        where i.return_name in (select d.return_name from defined d)
    ), coverage as (
        select o.edition, o.return_name, o.place, count(*) filter (where o.reported) as reported, count(*) as expected
        from owed o group by 1, 2, 3
    )
    select e.period, t.indicator, d.zh, d.en, d.theme_zh, d.theme_en, t.place, r.name, coalesce(t.level, 'other'), t.source,
           case when d.kind = 'ratio' and t.denominator is not null
                then trim_scale(round(t.value / nullif(t.denominator, 0) * case when d.percent then 100 else 1 end, 6))
                when t.estimated then trim_scale(round(t.value, 6))
                else trim_scale(t.value) end,
           d.unit, xianbao.qualifier(t.bits | case when t.estimated then 4 else 0 end), d.kind,
           case when t.partial then 'D' when t.estimated then 'E' when t.provisional then 'P'
                when coalesce(c.reported = c.expected, true) then 'A' when e.kind = '快报' then 'P' else 'D' end,
           case when t.denominator is not null then trim_scale(t.value) end, trim_scale(t.denominator),
           coalesce(c.reported, 0)::int, coalesce(c.expected, 0)::int, e.n, e.kind,
           p.indicator is null or p.source is not distinct from t.source
    from total t
    join chosen e on e.id = t.edition
    join defined d on d.name = t.indicator
    left join coverage c on (c.edition, c.return_name, c.place) = (t.edition, d.return_name, t.place)
    left join published p on (p.edition, p.indicator, p.place) = (t.edition, t.indicator, t.place)
    left join lateral (
        select g.name from xianbao.region g where g.code = t.place and g.valid_from <= on_boundaries.day
        order by g.valid_from desc limit 1) r on true
    where t.denominator is null or t.denominator <> 0;
end
$$;
comment on function stats.on_boundaries(date, date, text, text) is
    '按某日的行政区划汇总各期数字；可另指定截至何日已公布、哪个指标、哪一期 | the figures of all periods on the boundaries of a day; and, if said, as published by another day, of one indicator, of one period';
