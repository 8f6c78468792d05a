-- What each published return of a period says against the one before it, by the edit of Hidiroglou and Berthelot (Survey
-- Methodology 12, 1986), and how much it weighs in the total. A ratio is screened by its two parts, a year to date by what
-- was added in the period. Labels and last days of the period and of the two before it are given, and each indicator's edit.
-- Texts are compared by bytes, several times faster. The planner cannot know how many rows a step has, so all joins hash; where a
-- loop is meant, over the measures of some submissions, it is written as lateral.
with recursive asked as (
    select ?::text as period, ?::date as day, ?::text as before, ?::date as day_before, ?::text as earlier
), edit as (
    select *
    from unnest(?::text[], ?::text[], ?::float8[], ?::float8[], ?::float8[], ?::int[]) e (indicator, level, u, a, c, fewest)
    join (select name as indicator, kind, publish from xianbao.indicator) i using (indicator)
), region as (
    select distinct on (code) code, level, parent
    from xianbao.region, asked
    where valid_from <= day and (valid_to is null or valid_to >= day)
    order by code, valid_from desc
), up (code, ancestor) as (
    select code, code from region
    union all
    select up.code, r.parent from up join region r on r.code = up.ancestor where r.parent is not null
), stratum as (
    select up.code, r.level, up.ancestor as stratum from up join region r on r.code = up.ancestor
), redrawn as (
    -- what lies in it is no more what lay in it
    select unnest(array[from_code, to_code]) as code
    from xianbao.concordance c, asked where c.day > day_before and c.day <= asked.day and kind in ('merge', 'split')
), submission as materialized (
    -- back: how many periods
    select s.id, s.region, case s.period when asked.period then 0 when asked.before then 1 else 2 end as back,
           coalesce(c.county, s.region) collate "C" as county
    from asked
    join xianbao.submission s on s.period in (asked.period, asked.before, asked.earlier)
    join xianbao.publication p on p.submission = s.id and p.superseded_at is null
    left join xianbao.county c on c.code = s.region
), said as (
    -- of several sources, those that may be published
    select s.county, m.indicator collate "C" as indicator, m.source collate "C" as source,
           max(s.id) filter (where back = 0) as id, max(s.region) filter (where back = 0) as region,
           sum(value::float8) filter (where back = 0) as now, sum(value::float8) filter (where back = 1) as before,
           sum(value::float8) filter (where back = 2) as earlier, sum(denominator::float8) filter (where back = 0) as under_now,
           sum(denominator::float8) filter (where back = 1) as under_before, sum(denominator::float8) filter (where back = 2) as under_earlier
    from submission s
    cross join lateral (select indicator, source, value, denominator from xianbao.measure m where m.submission = s.id offset 0) m
    join edit e on e.indicator = m.indicator and (m.source = '' or e.publish = '{}' or m.source = any (e.publish))
    group by 1, 2, 3
    having max(s.id) filter (where back = 0) is not null
), parted as (
    select s.county, s.indicator, s.source, s.id, s.region, 'denominator' collate "C" as part, under_now as now, under_before as before,
           under_earlier as earlier
    from said s where under_now is not null
    union all
    select s.county, s.indicator, s.source, s.id, s.region, case when e.kind = 'ratio' then 'numerator' else '' end, now, before, earlier
    from said s join edit e on e.indicator = s.indicator
), compared as (
    select s.id, s.region, s.indicator, s.source, s.part, s.now, s.before, e.level,
           e.kind = 'year-to-date' and s.before is not null and left(asked.before, 4) = left(asked.period, 4) as within,
           case when s.county in (select coalesce(c.county, r.code) from redrawn r left join xianbao.county c on c.code = r.code) then null
                when e.kind = 'year-to-date' and left(asked.earlier, 4) = left(asked.before, 4) then s.before - s.earlier
                else s.before end as base
    from parted s
    join edit e on e.indicator = s.indicator
    cross join asked
), pair as materialized (
    select c.id, c.region, c.indicator, c.source, c.part, c.now, c.within, c.base, v.value,
           case when v.value * base > 0 then v.value / base end as ratio, coalesce(g.stratum, '') collate "C" as stratum
    from compared c
    cross join lateral (select case when within then now - before else now end as value) v
    left join stratum g on g.code = c.region and g.level = c.level
), whole as (
    select indicator, source, part, sum(abs(now)) as total from pair group by 1, 2, 3
), middle as materialized (
    select indicator, source, part, stratum, percentile_cont(0.5) within group (order by ratio) as ratio, count(ratio) as changes
    from pair group by 1, 2, 3, 4
), mixed as materialized (
    -- a stratum of few is taken together with all others
    select indicator, source, part, percentile_cont(0.5) within group (order by ratio) as ratio, count(ratio) as changes
    from pair
    join (select distinct m.indicator, m.source, m.part from middle m join edit e on e.indicator = m.indicator where m.changes < e.fewest) few
      using (indicator, source, part)
    group by 1, 2, 3
), pooled as (
    select p.*, w.total, e.u, e.a, e.c, own.it as own, case when own.it then p.stratum else '*' end as pool,
           case when own.it then m.ratio else x.ratio end as usual,
           p.ratio is not null and case when own.it then m.changes else x.changes end >= e.fewest as tested
    from pair p
    join edit e on e.indicator = p.indicator
    join whole w on w.indicator = p.indicator and w.source = p.source and w.part = p.part
    join middle m on m.indicator = p.indicator and m.source = p.source and m.part = p.part and m.stratum = p.stratum
    left join mixed x on x.indicator = p.indicator and x.source = p.source and x.part = p.part
    cross join lateral (select m.changes >= e.fewest as it) own
), transformed as materialized (
    select p.*, case when ratio < usual then 1 - usual / ratio else ratio / usual - 1 end * greatest(abs(value), abs(base)) ^ u as effect
    from pooled p
), bounds as materialized (
    select indicator, source, part, pool, percentile_cont(array[0.25, 0.5, 0.75]) within group (order by effect) as q
    from (select indicator, source, part, pool, effect from transformed
          union all
          select indicator, source, part, '*', effect from transformed join mixed using (indicator, source, part) where own) t
    group by 1, 2, 3, 4
), judged as (
    select t.*, abs(effect - q[2]) as off,
           c * greatest(case when effect < q[2] then q[2] - q[1] else q[3] - q[2] end, abs(a * q[2])) as bound,
           abs(value - coalesce(base, 0) * case when tested then usual else 1 end) / nullif(total, 0) as weight
    from transformed t
    join bounds b using (indicator, source, part, pool)
), scored as (
    -- nothing speaks for what cannot be tested, so its weight counts in full
    select j.*, s.suspicion, tested and s.suspicion = 1 as outlying, s.suspicion * coalesce(weight, 0) as score
    from judged j
    cross join lateral (
        select case when not tested then 1 when off = 0 then 0 when bound = 0 then 1 else least(1, off / bound) end as suspicion) s
), worst as materialized (
    select distinct on (id) id, region, indicator, source, part, within, value, base, ratio, usual, effect, tested, outlying, weight, score
    from scored order by id, score desc, indicator, source, part
), tally as (
    select count(*) as returns, count(*) filter (where outlying) as outlying from worst
), ranked as (
    select * from worst where score > 0 order by score desc, id limit ?
)
select y.returns, y.outlying as outlying_returns, w.id as submission, coalesce(t.zh, i.return_name) as return_zh,
       coalesce(t.en, i.return_name) as return_en, w.region,
       coalesce(xianbao.region_name(w.region, (select day from asked)), w.region) as region_name,
       w.indicator, i.zh as indicator_zh, i.en as indicator_en, w.source, case when w.within then 'within' else w.part end as part, i.unit,
       trim_scale(w.value::numeric) as value, trim_scale(w.base::numeric) as before, w.ratio, w.usual, w.effect, w.tested, w.outlying,
       w.weight, w.score
from tally y
left join ranked w on true
left join xianbao.indicator i on i.name = w.indicator
left join xianbao.return_title t on t.name = i.return_name
order by w.score desc, w.id
