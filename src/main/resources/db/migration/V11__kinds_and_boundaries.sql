-- What may be added, and on whose boundaries.

-- ---------------------------------------------------------------- what is not added up
-- A figure may be a stock, a ratio, a total of other figures: nobody adds or averages a column of them and gets sense. A
-- column of this type is a number to every tool, and PostgreSQL takes the aggregates of its very type, stats.sum, before
-- those of numeric, as long as stats is in the search path, which the role for people has. What may be added stands as
-- numeric in views of its own, below. "value::numeric" is the way round it for who knows better.

create domain stats.level as numeric;
comment on domain stats.level is '水平值：不得相加或平均 | a level: not to be added up or averaged';

create function stats.refuse_to_add(sum numeric, value stats.level) returns numeric language plpgsql immutable parallel safe as $$
begin
    raise exception '此列含存量、比率和各级合计，不得相加或平均；可加的数在 stats.flow、stats.ratio、stats.parts(报告期) | this column holds stocks, ratios and totals: it is not added up or averaged; what may be added is in stats.flow, stats.ratio and stats.parts(period)'
        using errcode = 'feature_not_supported';
end
$$;
comment on function stats.refuse_to_add(numeric, stats.level) is '拒绝相加 | refuses to add levels up';

create aggregate stats.sum(stats.level) (sfunc = stats.refuse_to_add, stype = numeric, parallel = safe);
create aggregate stats.avg(stats.level) (sfunc = stats.refuse_to_add, stype = numeric, parallel = safe);
comment on function stats.sum(stats.level) is '拒绝相加 | refuses to add levels up';
comment on function stats.avg(stats.level) is '拒绝平均 | refuses to average levels';

alter role xianbao_reader set search_path = stats;

-- The type goes into the table of figures, and from there into every view of it: those that there are, made again as they
-- stand with all their numbers levels, and those to come.
do $$
declare
    functions constant text[] := '{stats.as_of(date), stats.as_of_moment(timestamptz)}';
    views constant text[] := '{stats.change, stats.revision_summary, stats.revision, stats.figures, stats.figures_by_edition}';
    made text[] := '{}';
    one text;
begin
    foreach one in array functions loop
        made := array[pg_get_functiondef(one::regprocedure),
                      format('comment on function %s is %L', one, obj_description(one::regprocedure, 'pg_proc'))] || made;
        execute 'drop function ' || one;
    end loop;
    foreach one in array views loop
        made := array[format('create view %s as select %s from (%s) v', one,
                          (select string_agg(format(case atttypid when 'numeric'::regtype then '%1$I::stats.level as %1$I'
                                                                  when 'numeric[]'::regtype then '%1$I::stats.level[] as %1$I'
                                                                  else '%1$I' end, attname), ', ' order by attnum)
                           from pg_attribute where attrelid = one::regclass and attnum > 0),
                          rtrim(pg_get_viewdef(one::regclass), ';')),
                      format('comment on view %s is %L', one, obj_description(one::regclass, 'pg_class'))]
            || array(select format('comment on column %s.%I is %L', one, a.attname, d.description)
                     from pg_attribute a
                     join pg_description d on d.objoid = a.attrelid and d.objsubid = a.attnum and d.classoid = 'pg_class'::regclass
                     where a.attrelid = one::regclass and a.attnum > 0)
            || made;
        execute 'drop view ' || one;
    end loop;
    alter table stats.observation
        alter column value type stats.level,
        alter column numerator type stats.level,
        alter column denominator type stats.level;
    foreach one in array made loop
        execute one;
    end loop;
end
$$;

drop view stats.cases;
create view stats.cases as
select s.period, m.indicator, i.zh as indicator_zh, i.en as indicator_en, m.region, m.value::stats.level as value, i.unit, m.qualifier
from xianbao.measure m
join xianbao.publication p on p.submission = m.submission and p.superseded_at is null
join xianbao.submission s on s.id = m.submission
join xianbao.indicator i on i.name = m.indicator
where i.kind = 'case';
comment on view stats.cases is '个案：保留，不汇总 | single cases: kept, never aggregated';

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
with version as materialized (
    select * from xianbao.region_version
), change as materialized (
    select c.day, v.code, v.since, v.until, w.code as next, w.since as next_since, w.until as next_until, c.share,
           count(*) over (partition by c.to_code, c.day) as origins
    from xianbao.concordance c
    join version v on v.code = c.from_code and v.until = c.day - 1
    join version w on w.code = c.to_code and w.since = c.day
)
select code, since, true as forward, next, next_since, next_until, share from change
union all
select next, next_since, false, code, since, until, case when origins = 1 then 1 end from change
union all
select v.code, v.since, true, w.code, w.since, w.until, 1
from version v join version w on w.code = v.code and w.since = v.until + 1
where not exists (select from change c where c.code = v.code and c.day = w.since)
union all
select w.code, w.since, false, v.code, v.since, v.until, 1
from version v join version w on w.code = v.code and w.since = v.until + 1
where not exists (select from change c where c.next = v.code and c.day = w.since);
comment on view xianbao.region_step is '地区变动前后的承接：forward 向后，否则向前 | what a region became (forward), and what it came from';
comment on column xianbao.region_step.share is '去向所得比重；空为不知 | the part that goes there; null where nobody knows';

-- A part whose share nobody knows is still wholly in a region that holds all parts: 大同市 keeps its totals though its
-- districts were redrawn.
create function xianbao.carry(day date)
returns table (code text, since date, until date, place text, level text, own boolean, share numeric)
language sql stable rows 12000 set jit = off as $$
    with recursive region as materialized (
        select distinct on (r.code) r.code, r.level, r.parent from xianbao.region r
        where r.valid_from <= carry.day and coalesce(r.valid_to, 'infinity') >= carry.day
        order by r.code, r.valid_from desc
    ), step as materialized (
        select * from xianbao.region_step
    ), walk (code, since, until, at, at_since, at_until, share) as (
        select v.code, v.since, v.until, v.code, v.since, v.until, 1::numeric from xianbao.region_version v
        union all
        select w.code, w.since, w.until, s.next, s.next_since, s.next_until, w.share * s.share
        from walk w join step s
          on s.code = w.at and s.since = w.at_since
         and (s.forward and w.at_until < carry.day or not s.forward and w.at_since > carry.day)
    ), part as (
        -- where it ends up, or where its trace is lost
        select w.code, w.since, w.until, w.at, carry.day between w.at_since and w.at_until as there,
               case when count(*) = count(w.share) then sum(w.share) end as share
        from walk w
        where carry.day between w.at_since and w.at_until
           or not exists (select from step s where s.code = w.at and s.since = w.at_since
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
-- Nothing below the counties is shown. Each edition publishes the sources that it published then. How many rows a step has
-- the planner cannot know, and a nested loop on a wrong guess takes minutes: all joins hash, and where a loop is meant it is
-- written as lateral.

create function stats.on_boundaries(day date, as_known_on date default 'infinity', of_indicator text default null, of_period text default null)
returns table (period text, indicator text, indicator_zh text, indicator_en text, theme_zh text, theme_en text, region text,
               region_name text, level text, source text, value stats.level, unit text, qualifier text, kind text, status text,
               numerator stats.level, denominator stats.level, reported int, expected int, edition int, edition_kind text, published boolean)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set jit = off set plan_cache_mode = force_custom_plan
set work_mem = '64MB' set enable_nestloop = off set enable_mergejoin = off set enable_sort = off as $$
#variable_conflict use_column
begin
    return query
    with carry as materialized (
        select * from xianbao.carry(on_boundaries.day)
    ), version as materialized (
        select distinct v.code, v.since, v.until from carry v
    ), chosen as materialized (
        select distinct on (e.period) e.id, e.period, e.n, e.kind
        from xianbao.edition e
        where e.closed_at < stats.end_of(as_known_on) and (of_period is null or e.period = of_period)
        order by e.period, e.n desc
    ), defined as materialized (
        select * from xianbao.indicator d where d.kind <> 'case' and (of_indicator is null or d.name = of_indicator)
    ), submitted as materialized (
        select es.edition, s.id, s.return_name, s.region, s.period_end, es.provisional,
               max(s.period_end) over returns > min(s.period_end) over returns as several
        from chosen c
        cross join lateral (select * from xianbao.edition_submission es where es.edition = c.id offset 0) es
        cross join lateral (select * from xianbao.submission s where s.id = es.submission offset 0) s
        where s.return_name in (select d.return_name from defined d)
        window returns as (partition by es.edition, s.return_name)
    ), input as materialized (
        select s.edition, m.indicator, m.region, case m.source when '*' then '＊' else m.source end as source, m.member,
               m.value, m.denominator, xianbao.qualifier_bits(m.qualifier) as bits, s.provisional, s.region as reporter, s.period_end,
               d.combine, d.as_of, d.as_of and s.several as replaceable
        from submitted s
        cross join lateral (select * from xianbao.measure m where m.submission = s.id offset 0) m
        join defined d on d.name = m.indicator
    ), statement as (
        select distinct i.edition, i.indicator, i.source, i.reporter, i.period_end, c.place
        from input i
        join carry c on c.own and c.code = i.reporter and i.period_end between c.since and c.until
        where i.replaceable
    ), superseded as materialized (
        -- by what the county last said, under whatever code, and whatever has become of it since
        select distinct s.edition, s.indicator, s.source, s.reporter, s.period_end
        from (select t.*, max(t.period_end) over (partition by t.edition, t.indicator, t.source, t.place) as last from statement t) s
        where s.period_end < s.last
    ), county as (
        -- over time, within one reporter
        select u.edition, u.indicator, u.combine, u.source, u.region, v.since, u.reporter, u.member,
               case when u.combine in ('max', 'min') and u.as_of then max(u.value) else sum(u.value) end as value,
               sum(u.denominator) as denominator, bit_or(u.bits) as bits, bool_or(u.provisional) as provisional
        from input u
        left join version v on v.code = u.region and u.period_end between v.since and v.until
        where not u.replaceable or not exists (
            select from superseded s
            where (s.edition, s.indicator, s.source, s.reporter, s.period_end)
                = (u.edition, u.indicator, u.source, u.reporter, u.period_end))
        group by u.edition, u.indicator, u.combine, u.as_of, u.source, u.region, v.since, u.reporter, u.member
    ), line as (
        -- over regions; only what adds up can be divided, and what belongs to one region alone has no part in another
        select u.*, coalesce(c.place, u.region) as place, c.level,
               case when c.place is null or c.share = 1 then 1 when u.combine = 'sum' then c.share end as share
        from county u
        left join carry c on c.code = u.region and c.since = u.since
        where case when c.place is null then u.region not in (select r.code from xianbao.region r)
                   when u.combine = 'never' then c.own and c.share = 1
                   else c.level <> 'township' end
    ), sourced as materialized (
        select distinct i.indicator from input i where i.source <> ''
    ), stated as materialized (
        -- which source each region published
        select l.*, coalesce(o.published, false) as chosen
        from line l
        join sourced using (indicator)
        left join lateral (
            select o.published from stats.observation o
            where (o.edition, o.indicator, o.region, o.source) = (l.edition, l.indicator, l.region, l.source) offset 0) o on true
    ), published as materialized (
        select u.edition, u.indicator, u.place,
               case when count(distinct (u.region, u.reporter)) filter (where u.chosen) < count(distinct (u.region, u.reporter)) then null
                    when min(u.source) filter (where u.chosen) = max(u.source) filter (where u.chosen) then min(u.source) filter (where u.chosen)
                    else '*' end as source
        from stated u
        group by 1, 2, 3
    ), member as (
        -- who is counted once is one line from here on
        select l.edition, l.indicator, l.place, max(l.level) as level, l.source,
               case l.combine
                   when 'distinct' then 1
                   when 'max' then max(l.value)
                   when 'min' then min(l.value)
                   else sum(l.value * l.share) end as value,
               sum(l.denominator * l.share) as denominator, bit_or(l.bits) as bits, bool_or(l.provisional) as provisional,
               bool_or(l.share < 1) as estimated
        from (select edition, indicator, combine, place, level, source, member, value, denominator, bits, provisional, share from line
              union all
              select u.edition, u.indicator, u.combine, u.place, u.level, '*', u.member, u.value, u.denominator, u.bits, u.provisional, u.share
              from stated u
              join published p on (p.edition, p.indicator, p.place, p.source) = (u.edition, u.indicator, u.place, '*')
              where u.chosen) l
        where l.share is not null
        group by l.edition, l.indicator, l.combine, l.place, l.source, l.member
    ), total as (
        select m.edition, m.indicator, m.place, max(m.level) as level, m.source, sum(m.value) as value, sum(m.denominator) as denominator,
               bit_or(m.bits) as bits, bool_or(m.provisional) as provisional, bool_or(m.estimated) as estimated
        from member m
        group by m.edition, m.indicator, m.place, m.source
    ), partial as (
        select distinct l.edition, l.indicator, l.place from line l where l.share is null
    ), owed as (
        select i.edition, i.return_name, c.place, i.reported and c.share is not null as reported
        from (select s.edition, s.return_name, s.region, s.period_end, true as reported
              from submitted s
              union all
              select m.edition, m.return_name, m.region, d.period_end, false
              from chosen e
              join xianbao.edition_missing m on m.edition = e.id
              join xianbao.due_period d on d.return_name = m.return_name and d.period = m.period
              where m.return_name in (select d.return_name from defined d)) i
        join carry c on c.code = i.region and i.period_end between c.since and c.until
    ), coverage as (
        select o.edition, o.return_name, o.place, count(*) filter (where o.reported) as reported, count(*) as expected
        from owed o group by 1, 2, 3
    )
    select e.period, t.indicator, d.zh, d.en, d.theme_zh, d.theme_en, t.place, r.name, coalesce(t.level, 'other'), t.source,
           case when d.kind = 'ratio' and t.denominator is not null
                then trim_scale(round(t.value / nullif(t.denominator, 0) * case when d.percent then 100 else 1 end, 6))
                when t.estimated then trim_scale(round(t.value, 6))
                else trim_scale(t.value) end::stats.level,
           d.unit, xianbao.qualifier(t.bits | case when t.estimated then 4 else 0 end), d.kind,
           case when l.edition is not null then 'D' when t.estimated then 'E' when t.provisional then 'P'
                when coalesce(c.reported = c.expected, true) then 'A' when e.kind = '快报' then 'P' else 'D' end,
           case when t.denominator is not null then trim_scale(t.value) end::stats.level, trim_scale(t.denominator)::stats.level,
           coalesce(c.reported, 0)::int, coalesce(c.expected, 0)::int, e.n, e.kind,
           p.indicator is null or p.source is not distinct from t.source
    from total t
    join chosen e on e.id = t.edition
    join defined d on d.name = t.indicator
    left join coverage c on (c.edition, c.return_name, c.place) = (t.edition, d.return_name, t.place)
    left join published p on (p.edition, p.indicator, p.place) = (t.edition, t.indicator, t.place)
    left join partial l on (l.edition, l.indicator, l.place) = (t.edition, t.indicator, t.place)
    left join (
        select distinct on (g.code) g.code, g.name from xianbao.region g where g.valid_from <= on_boundaries.day
        order by g.code, g.valid_from desc) r on r.code = t.place
    where t.denominator is null or t.denominator <> 0;
end
$$;
comment on function stats.on_boundaries(date, date, text, text) is
    '按某日的行政区划汇总各期数字；可另指定截至何日已公布、哪个指标、哪一期 | the figures of all periods on the boundaries of a day; and, if said, as published by another day, of one indicator, of one period';

-- ---------------------------------------------------------------- periods and counties one after the other

create function stats.every(period text) returns text language sql immutable parallel safe as $$
    select case when period ~ 'Q' then 'quarter' when period ~ 'H' then 'half' when length(period) = 4 then 'year'
                when length(period) = 7 then 'month' else 'event' end
$$;
comment on function stats.every(text) is '报告期的种类 | what kind of period a label names';

create function stats.previous(period text) returns text language sql immutable parallel safe as $$
    select case stats.every(period)
        when 'year' then (period::int - 1)::text
        when 'month' then to_char(to_date(period, 'YYYY-MM') - 1, 'YYYY-MM')
        when 'event' then null
        when 'quarter' then case when right(period, 1) = '1' then (left(period, 4)::int - 1) || 'Q4'
                                 else left(period, 5) || right(period, 1)::int - 1 end
        else case when right(period, 1) = '1' then (left(period, 4)::int - 1) || 'H2' else left(period, 5) || '1' end end
$$;
comment on function stats.previous(text) is '上一期；一次性的没有 | the period one back; an event has none';

create function stats.year_ago(period text) returns text language sql immutable parallel safe as $$
    select case when stats.every(period) <> 'event' then (left(period, 4)::int - 1) || substr(period, 5) end
$$;
comment on function stats.year_ago(text) is '上年同期；一次性的没有 | the same period a year ago; an event has none';

create function stats.months(period text) returns int language sql immutable parallel safe as $$
    select case stats.every(period) when 'month' then 1 when 'quarter' then 3 when 'half' then 6 when 'year' then 12 end
$$;
comment on function stats.months(text) is '报告期有几个月；一次性的为空 | how many months a period has; null for an event';

create function stats.month_number(period text) returns int language sql immutable parallel safe as $$
    select left(period, 4)::int * 12 + case stats.every(period)
        when 'month' then substr(period, 6, 2)::int when 'quarter' then right(period, 1)::int * 3
        when 'half' then right(period, 1)::int * 6 when 'year' then 12 end
$$;
comment on function stats.month_number(text) is '报告期最后一月的序号 | the number of a period''s last month, counted through all years';

-- A county whose code changed is one county: its newest code stands for all.
create view xianbao.county as
with recursive change as (
    select c.from_code, c.to_code, c.day,
           count(*) over (partition by c.from_code, c.day) = 1 and count(*) over (partition by c.to_code, c.day) = 1 as whole
    from xianbao.concordance c
), walk (code, now, day) as (
    select r.code, r.code, '-infinity'::date from (select distinct code from xianbao.region) r
    union all
    select w.code, c.to_code, c.day from walk w join change c on c.from_code = w.now and c.day > w.day and c.whole
)
select code, now as county, array_agg(code) over (partition by now) as codes
from (select distinct on (code) code, now from walk order by code, day desc) last;
comment on view xianbao.county is '同一地区的各时期代码 | the codes that one region has had';
comment on column xianbao.county.county is '现代码 | the newest code of it';
comment on column xianbao.county.codes is '用过的各代码 | all the codes it has had';

create view xianbao.newest as
select distinct on (period) id, period, period_start, period_end, n, kind from xianbao.edition order by period, n desc;
comment on view xianbao.newest is '各期的最新一版 | the newest edition of each period';

-- over and under change sides where a figure is subtracted, or divided by
create function xianbao.opposite(bits int) returns int language sql immutable parallel safe as $$
    select bits - (bits & 3) + case bits & 3 when 1 then 2 when 2 then 1 else bits & 3 end
$$;
comment on function xianbao.opposite(int) is '作减数或除数时的限定 | the bits of a qualifier where the figure is subtracted or divided by';

create function stats.direction(difference numeric, qualifier text) returns text language sql immutable parallel safe as $$
    select case when difference is null then null
                when qualifier in ('=', 'derived', '= (rounded)') then case sign(difference) when 1 then 'up' when -1 then 'down' else 'same' end
                when qualifier = '>' and difference >= 0 then 'up'
                when qualifier = '<' and difference <= 0 then 'down'
                else 'undecided' end
$$;
comment on function stats.direction(numeric, text) is '升降；限定使其不明时为 undecided | up, down or same; undecided where the qualifiers leave it open';

create function stats.points(unit text, percent boolean) returns text language sql immutable parallel safe as $$
    select case when percent or unit in ('%', '％') then '百分点' when unit = '‰' then '千分点' end
$$;
comment on function stats.points(text, boolean) is '比率之差的单位；空为不是百分比 | unit of the difference of percentages; null where they are none';

create function stats.percent_change(later numeric, earlier numeric, unit text, percent boolean) returns numeric
language sql immutable parallel safe as $$
    select case when earlier * later >= 0 and stats.points(unit, percent) is null
                then round((later - earlier) / nullif(abs(earlier), 0) * 100, 2) end
$$;
comment on function stats.percent_change(numeric, numeric, text, boolean) is
    '增减幅度（%）；百分比之间、基数为零或异号时为空 | a change in per cent; null between percentages, and where the base is zero or of the other sign';

alter table xianbao.indicator add column year_ago text;
comment on column xianbao.indicator.year_ago is '本期报表所填上年同期数的指标；空为表上没有 | the indicator that holds what the return states of a year ago; null where it states nothing';

-- ---------------------------------------------------------------- what may be added
-- The regions that figures are reported for, at the periods of their returns: no total stands beside its parts.

create view xianbao.part as
select e.id as edition, e.period, e.period_start, e.period_end, e.n, e.kind as edition_kind, o.indicator, i.zh, i.en, i.theme_zh, i.theme_en,
       o.region, o.level, o.source, o.value::numeric as value, o.numerator::numeric as numerator, o.denominator::numeric as denominator,
       o.unit, o.qualifier, o.kind, o.status, o.reported, o.expected, i.as_of, i.percent,
       stats.every(e.period) = replace(t.every, '-21st', '') as single
from xianbao.newest e
join stats.observation o on o.edition = e.id
join xianbao.indicator i on i.name = o.indicator
join xianbao.return_title t on t.name = i.return_name
where o.published and i.combine = 'sum' and o.level <> 'township'
  and (o.level = 'county' or not exists (
      select from stats.observation b
      join xianbao.region r
        on r.code = b.region and r.parent = o.region and r.level <> 'township'
       and r.valid_from <= e.period_end and coalesce(r.valid_to, 'infinity') >= e.period_end
      where b.edition = o.edition and b.indicator = o.indicator));
comment on view xianbao.part is '各地区自报的、可在地区间相加的数 | figures as regions reported them, of what adds up over regions';
comment on column xianbao.part.single is '报告期是否为报表的报告期 | whether the period is one of the return, and not a longer one';

create function xianbao.region_name(code text, day date) returns text language sql stable parallel safe security definer
set search_path = pg_catalog, pg_temp as $$
    select name from xianbao.region r where r.code = region_name.code and r.valid_from <= day order by r.valid_from desc limit 1
$$;
comment on function xianbao.region_name(text, date) is '地区当日的名称 | what a region was called on a day';

create function xianbao.parts_moved(code text, earlier date, later date) returns boolean language sql stable parallel safe security definer
set search_path = pg_catalog, pg_temp as $$
    select exists (
        select from xianbao.region r
        where r.parent = code and (r.valid_from > earlier and r.valid_from <= later or r.valid_to >= earlier and r.valid_to < later))
        or exists (
        select from xianbao.concordance c
        where c.from_code = code and c.to_code = code and c.day > earlier and c.day <= later)
$$;
comment on function xianbao.parts_moved(text, date, date) is '所辖在两日之间是否有变 | whether what lies in a region changed between two days';

create view stats.flow as
select p.period, p.since, p.indicator, p.zh as indicator_zh, p.en as indicator_en, p.theme_zh, p.theme_en, p.region,
       xianbao.region_name(p.region, p.period_end) as region_name, p.level, p.source, p.value, p.unit, p.qualifier, p.kind, p.status,
       p.reported, p.expected, p.n as edition, p.edition_kind
from (
    select f.period, f.period_start as since, f.period_end, f.indicator, f.zh, f.en, f.theme_zh, f.theme_en, f.region, f.level, f.source, f.value,
           f.unit, f.qualifier, f.kind, f.status, f.reported, f.expected, f.n, f.edition_kind
    from xianbao.part f
    where f.single and not f.as_of and f.kind in ('flow', 'event')
    union all
    -- what was added since the figure before, of a year to date
    select y.period, coalesce(b.period_end + 1, date_trunc('year', y.period_end)::date), y.period_end, y.indicator, y.zh, y.en, y.theme_zh,
           y.theme_en, y.region, y.level, y.source, y.value - coalesce(b.value, 0), y.unit,
           xianbao.qualifier(xianbao.qualifier_bits(y.qualifier) | xianbao.opposite(xianbao.qualifier_bits(b.qualifier))), y.kind, y.status,
           y.reported, y.expected, y.n, y.edition_kind
    from xianbao.part y
    left join lateral (
        select o.value, o.qualifier, e.period_end
        from xianbao.newest e
        join stats.observation o on o.edition = e.id and o.indicator = y.indicator and o.region = y.region and o.published
        where left(e.period, 4) = left(y.period, 4) and stats.every(e.period) = stats.every(y.period) and e.period_end < y.period_end
        order by e.period_end desc limit 1) b on true
    where y.single and y.kind = 'year-to-date') p;
comment on view stats.flow is
    '可加的数：流量和事件按报表的报告期，本年累计化为单期；同一指标的各行可任意相加 | what may be added: flows and events at the periods of their returns, and years to date taken apart; any rows of one indicator may be summed';
comment on column stats.flow.since is '自此日起的数 | the first day that the figure covers';
comment on column stats.flow.value is '可在时间和地区上相加 | adds up over time and over regions';

create view stats.ratio as
select p.period, p.period_start as since, p.indicator, p.zh as indicator_zh, p.en as indicator_en, p.theme_zh, p.theme_en, p.region,
       xianbao.region_name(p.region, p.period_end) as region_name, p.level, p.source, p.numerator, p.denominator, p.percent, p.value::stats.level as value,
       p.unit, p.qualifier, p.status, p.reported, p.expected, p.n as edition, p.edition_kind
from xianbao.part p
where p.single and not p.as_of and p.kind = 'ratio';
comment on view stats.ratio is
    '流量之比的分子和分母：各自相加后再除 | numerators and denominators of the ratios of flows: each is summed, then divided';
comment on column stats.ratio.numerator is '分子，可相加 | numerator; adds up';
comment on column stats.ratio.denominator is '分母，可相加 | denominator; adds up';
comment on column stats.ratio.percent is '是否乘以 100 | whether the ratio is times 100';

create function stats.parts(of_period text)
returns table (period text, indicator text, indicator_zh text, indicator_en text, region text, region_name text, level text, source text,
               value numeric, numerator numeric, denominator numeric, unit text, qualifier text, kind text, status text, edition int, edition_kind text)
language sql stable security definer set search_path = pg_catalog, pg_temp set jit = off as $$
    select p.period, p.indicator, p.zh, p.en, p.region, xianbao.region_name(p.region, p.period_end), p.level, p.source,
           case when p.kind <> 'ratio' then p.value end, p.numerator, p.denominator, p.unit, p.qualifier, p.kind, p.status, p.n, p.edition_kind
    from xianbao.part p
    where p.period = of_period and p.kind <> 'attribute'
$$;
comment on function stats.parts(text) is
    '一个报告期内可在地区间相加的数；比率给出分子和分母 | what may be added over regions within one period; of ratios, numerator and denominator';

-- A sum over a time with a gap in it is left out.
create view stats.running as
select f.period, f.indicator, f.indicator_zh, f.indicator_en, f.region, f.region_name, f.level, f.value::stats.level as value,
       (case when count(*) over year * stats.months(f.period) = (stats.month_number(f.period) - 1) % 12 + 1 then sum(f.value) over year end)::stats.level as year_to_date,
       xianbao.qualifier(bit_or(xianbao.qualifier_bits(f.qualifier)) over year) as year_to_date_qualifier,
       (case when count(*) over twelve * stats.months(f.period) = 12 then sum(f.value) over twelve end)::stats.level as twelve_months,
       xianbao.qualifier(bit_or(xianbao.qualifier_bits(f.qualifier)) over twelve) as twelve_months_qualifier, f.unit, f.kind
from stats.flow f
left join xianbao.county c on c.code = f.region
where stats.months(f.period) is not null and f.kind <> 'year-to-date'
window year as (partition by f.indicator, coalesce(c.county, f.region), left(f.period, 4) order by f.period),
       twelve as (partition by f.indicator, coalesce(c.county, f.region)
                  order by stats.month_number(f.period) range between 11 preceding and current row);
comment on view stats.running is '流量的本年累计和近十二个月累计；其间缺期的为空 | flows summed over the year to date and over twelve months; null where a period is missing in between';
comment on column stats.running.year_to_date is '本年累计 | from the beginning of the year on';
comment on column stats.running.twelve_months is '近十二个月累计 | the twelve months that end with the period';

-- ---------------------------------------------------------------- one figure beside another

create view stats.comparison as
select e.period, f.indicator, i.zh as indicator_zh, i.en as indicator_en, i.theme_zh, i.theme_en, f.region,
       xianbao.region_name(f.region, e.period_end) as region_name, f.level, f.source, f.value, f.unit, f.qualifier, f.kind, f.status,
       coalesce(stats.points(f.unit, i.percent), f.unit) as difference_unit,
       stats.previous(e.period) as previous_period, p.value as previous, d.previous::stats.level as previous_difference,
       stats.percent_change(f.value, p.value, f.unit, i.percent)::stats.level as previous_percent,
       case when p.value is not null then q.previous end as previous_qualifier,
       stats.direction(d.previous, q.previous) as previous_direction,
       stats.year_ago(e.period) as year_ago_period, y.value as year_ago, d.year_ago::stats.level as year_ago_difference,
       stats.percent_change(f.value, y.value, f.unit, i.percent)::stats.level as year_ago_percent,
       case when y.value is not null then q.year_ago end as year_ago_qualifier,
       stats.direction(d.year_ago, q.year_ago) as year_ago_direction,
       a.value as year_ago_reported, a.value <> y.value as year_ago_disagrees,
       xianbao.parts_moved(f.region, ye.period_end, e.period_end) as boundary_moved, e.n as edition, e.kind as edition_kind
from xianbao.newest e
join stats.observation f on f.edition = e.id and f.published
join xianbao.indicator i on i.name = f.indicator
left join xianbao.county c on c.code = f.region
left join xianbao.newest pe
  on pe.period = stats.previous(e.period) and (f.kind <> 'year-to-date' or left(pe.period, 4) = left(e.period, 4))
left join lateral (
    select o.value, o.qualifier from stats.observation o
    where o.edition = pe.id and o.indicator = f.indicator and o.region = any (coalesce(c.codes, array[f.region])) and o.published limit 1) p on true
left join xianbao.newest ye on ye.period = stats.year_ago(e.period)
left join lateral (
    select o.value, o.qualifier from stats.observation o
    where o.edition = ye.id and o.indicator = f.indicator and o.region = any (coalesce(c.codes, array[f.region])) and o.published limit 1) y on true
left join stats.observation a on a.edition = e.id and a.indicator = i.year_ago and a.region = f.region and a.published
cross join lateral (select f.value - p.value as previous, f.value - y.value as year_ago) d
cross join lateral (
    select xianbao.qualifier(xianbao.qualifier_bits(f.qualifier) | xianbao.opposite(xianbao.qualifier_bits(p.qualifier))) as previous,
           xianbao.qualifier(xianbao.qualifier_bits(f.qualifier) | xianbao.opposite(xianbao.qualifier_bits(y.qualifier))) as year_ago) q
where f.kind not in ('attribute', 'case');
comment on view stats.comparison is
    '环比和同比；百分比之差为百分点；上年同期既有本库所算，也有报表所填 | each figure beside the period before and the same period a year ago, as we have it and as the return states it';
comment on column stats.comparison.difference_unit is '增减的单位；百分比之差为百分点 | unit of the differences; 百分点 (percentage points) between percentages';
comment on column stats.comparison.previous is '上期；本年累计不跨年 | the period before; of a year to date, of the same year only';
comment on column stats.comparison.previous_difference is '比上期增减 | by how much it changed';
comment on column stats.comparison.previous_percent is
    '比上期增减（%）；百分比之间、上期为零或异号时为空 | the change in per cent; null between percentages, and where the base is zero or of the other sign';
comment on column stats.comparison.previous_qualifier is '增减的限定，取两者之弱 | how exact the change is: the weaker of both';
comment on column stats.comparison.previous_direction is 'up 升、down 降、same 平、undecided 不明 | up, down, same, or undecided where the qualifiers leave it open';
comment on column stats.comparison.year_ago is '上年同期，按本库现行版本 | a year ago, as our newest edition has it';
comment on column stats.comparison.year_ago_difference is '比上年同期增减 | by how much it changed over the year';
comment on column stats.comparison.year_ago_percent is
    '比上年同期增减（%）；百分比之间、上年为零或异号时为空 | the change in per cent; null between percentages, and where the base is zero or of the other sign';
comment on column stats.comparison.year_ago_qualifier is '同比的限定，取两者之弱 | how exact the change is: the weaker of both';
comment on column stats.comparison.year_ago_direction is 'up 升、down 降、same 平、undecided 不明 | up, down, same, or undecided where the qualifiers leave it open';
comment on column stats.comparison.year_ago_reported is '上年同期，本期报表所填 | a year ago, as the return of this period states it';
comment on column stats.comparison.year_ago_disagrees is '所填与本库不符 | whether the return states another figure than ours';
comment on column stats.comparison.boundary_moved is
    '其间所辖有变，应改用 stats.on_boundaries | what lies in the region changed in between: compare on the boundaries of one day instead, stats.on_boundaries';

create index on xianbao.region (parent);
-- the concordance is to be written though the definitions have not changed
insert into xianbao.definitions (fingerprint) values ('');
