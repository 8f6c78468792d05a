-- What each published return of a period says against the one before it, by the edit of Hidiroglou and Berthelot (Survey
-- Methodology 12, 1986), and how much it weighs in the total. Ratios, plans, attributes and cases are not screened: what
-- a ratio is made of is.
with recursive asked as (
    select ?::text as period, ?::date as day, ?::text as stratum, ?::float8 as u, ?::float8 as a, ?::float8 as c, ?::int as fewest
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
    select up.code, up.ancestor as stratum
    from up join region r on r.code = up.ancestor join asked on r.level = asked.stratum
), said as (
    select s.id, s.return_name, s.region, s.period, s.previous, m.indicator, m.source, sum(m.value)::float8 as value
    from xianbao.publication p
    join xianbao.submission s on s.id = p.submission
    join xianbao.measure m on m.submission = s.id
    join xianbao.indicator i on i.name = m.indicator and i.kind not in ('ratio', 'plan', 'attribute', 'case')
    where p.superseded_at is null
      and (s.period = (select period from asked) or s.period in (
          select o.previous from xianbao.submission o where o.period = (select period from asked)))
    group by 1, 2, 3, 4, 5, 6, 7
), pair as (
    select n.*, b.value as before, coalesce(g.stratum, '') as stratum,
           case when n.value > 0 and b.value > 0 then n.value / b.value end as ratio
    from said n
    join asked on n.period = asked.period
    left join said b on b.period = n.previous and b.period <> n.period
     and (b.return_name, b.region, b.indicator, b.source) = (n.return_name, n.region, n.indicator, n.source)
    left join stratum g on g.code = n.region
), pooled as (
    -- a stratum of few is taken together with all others
    select p.*, case when count(ratio) over (partition by indicator, source, p.stratum) >= fewest then p.stratum else '*' end as pool,
           sum(abs(value)) over (partition by indicator, source) as total
    from pair p, asked
), middle as (
    select indicator, source, pool, percentile_cont(0.5) within group (order by ratio) as ratio, count(ratio) as units
    from (select indicator, source, pool, ratio from pooled
          union all select indicator, source, '*', ratio from pooled where pool <> '*') p
    group by 1, 2, 3
), transformed as (
    select p.*, m.ratio as usual, m.units >= fewest and p.ratio is not null as tested,
           case when p.ratio < m.ratio then 1 - m.ratio / p.ratio else p.ratio / m.ratio - 1 end
           * greatest(p.value, p.before) ^ u as effect
    from pooled p
    join middle m using (indicator, source, pool), asked
), bounds as (
    select indicator, source, pool, percentile_cont(array[0.25, 0.5, 0.75]) within group (order by effect) as q
    from (select indicator, source, pool, effect from transformed
          union all select indicator, source, '*', effect from transformed where pool <> '*') t
    group by 1, 2, 3
), judged as (
    select t.*, abs(effect - q[2]) as off,
           c * greatest(case when effect < q[2] then q[2] - q[1] else q[3] - q[2] end, abs(a * q[2])) as bound,
           abs(value - coalesce(before, 0) * case when usual > 0 then usual else 1 end) / nullif(total, 0) as weight
    from transformed t
    join bounds b using (indicator, source, pool), asked
), scored as (
    -- nothing speaks for what cannot be tested, so its weight counts in full
    select j.*, case when not tested then 1 when off = 0 then 0 when bound = 0 then 1 else least(1, off / bound) end as suspicion
    from judged j
), worst as (
    select distinct on (id) s.*, suspicion * coalesce(weight, 0) as score
    from scored s
    order by id, suspicion * coalesce(weight, 0) desc, indicator, source
)
select w.id, w.return_name, coalesce(t.zh, w.return_name), coalesce(t.en, w.return_name), w.region,
       coalesce((select g.name from xianbao.region g, asked where g.code = w.region and g.valid_from <= day
                 order by g.valid_from desc limit 1), w.region),
       w.indicator, i.zh, i.en, i.unit, trim_scale(w.value::numeric), trim_scale(w.before::numeric), w.tested,
       w.tested and w.suspicion = 1 as outlying, w.score, w.weight
from worst w
join xianbao.indicator i on i.name = w.indicator
left join xianbao.return_title t on t.name = w.return_name
where w.score > 0
order by w.score desc, w.id
limit ?
