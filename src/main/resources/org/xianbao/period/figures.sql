-- The figures of an edition, from closing_input (the submissions it rests on) and closing_owed (what was owed).
-- closing_region and closing_up (every region with itself and those above it) are the boundaries that count.
with input as (
    select m.indicator, m.region, m.source, m.member, m.value, m.denominator, d.combine, d.as_of,
           xianbao.qualifier_bits(m.qualifier) as bits, c.provisional, s.region as reporter, s.period_end
    from closing_input c
    join xianbao.submission s on s.id = c.submission
    join xianbao.measure m on m.submission = c.submission
    join xianbao.indicator d on d.name = m.indicator
    where d.kind <> 'case'
), last as (
    select indicator, reporter, max(period_end) as period_end from input where as_of group by indicator, reporter
), used as (
    -- what does not add up over time stands as last reported
    select * from input where not as_of
    union all
    select i.* from input i join last using (indicator, reporter, period_end) where i.as_of
), county as (
    -- over time, within one reporter
    select indicator, combine, region, source, reporter, member,
           case when combine in ('max', 'min') and as_of then max(value) else sum(value) end as value,
           sum(denominator) as denominator, bit_or(bits) as bits, bool_or(provisional) as provisional
    from used
    group by indicator, combine, as_of, region, source, reporter, member
), spread as not materialized (
    -- over regions: each figure with its own region and with those above it
    select c.*, coalesce(u.ancestor, c.region) as over
    from county c
    left join closing_up u on u.code = c.region
    where c.combine <> 'never' or coalesce(u.ancestor, c.region) = c.region
), member as (
    select indicator, over, source, member, bit_or(bits) as bits, bool_or(provisional) as provisional
    from spread where combine = 'distinct' group by indicator, over, source, member
), total as (
    -- apart from what is counted once, so that each is one hash and nothing is sorted
    select indicator, over as region, source,
           case combine when 'max' then max(value) when 'min' then min(value) else sum(value) end as value,
           sum(denominator) as denominator, bit_or(bits) as bits, bool_or(provisional) as provisional
    from spread where combine <> 'distinct' group by indicator, combine, over, source
    union all
    select indicator, over, source, count(*), null, bit_or(bits), bool_or(provisional)
    from member group by indicator, over, source
), reported as (
    select s.return_name, u.ancestor as region, count(*) as n
    from closing_input c join xianbao.submission s on s.id = c.submission join closing_up u on u.code = s.region
    group by 1, 2
), expected as (
    select o.return_name, u.ancestor as region, count(*) as n
    from closing_owed o join closing_up u on u.code = o.region
    group by 1, 2
)
select t.indicator, t.region, coalesce(r.level, 'other') as level, t.source,
       case when d.kind = 'ratio' and t.denominator is not null
            then trim_scale(round(t.value / nullif(t.denominator, 0) * case when d.percent then 100 else 1 end, 6))
            else trim_scale(t.value) end as value,
       case when t.denominator is not null then trim_scale(t.value) end as numerator,
       trim_scale(t.denominator) as denominator,
       d.unit, d.kind, xianbao.qualifier(t.bits) as qualifier,
       case when t.provisional then 'P' else 'A' end as status,
       coalesce(rep.n, 0)::int as reported, greatest(coalesce(e.n, 0), coalesce(rep.n, 0))::int as expected
from total t
join xianbao.indicator d on d.name = t.indicator
left join closing_region r on r.code = t.region
left join reported rep on rep.return_name = d.return_name and rep.region = t.region
left join expected e on e.return_name = d.return_name and e.region = t.region
where t.denominator is null or t.denominator <> 0
