-- The figures of an edition, from closing_input (the submissions it rests on) and closing_owed (what was owed).
-- :day is the last day of the period, whose boundaries count.
with recursive region as (
    select distinct on (code) code, level, parent
    from xianbao.region
    where valid_from <= :day and (valid_to is null or valid_to >= :day)
    order by code, valid_from desc
), up (code, ancestor) as (
    select code, code from region
    union all
    select up.code, r.parent from up join region r on r.code = up.ancestor where r.parent is not null
), input as (
    select m.indicator, m.region, m.source, m.member, m.value, m.denominator,
           xianbao.qualifier_bits(m.qualifier) as bits, c.provisional, s.region as reporter, s.period_end,
           max(s.period_end) over (partition by m.indicator, s.region) as last
    from closing_input c
    join xianbao.submission s on s.id = c.submission
    join xianbao.measure m on m.submission = c.submission
), used as (
    -- what does not add up over time stands as last reported
    select input.*, d.combine, d.as_of
    from input join xianbao.indicator d on d.name = input.indicator
    where d.kind <> 'case' and (not d.as_of or input.period_end = input.last)
), county as (
    -- over time, within one reporter
    select indicator, combine, region, source, reporter, member,
           case when combine in ('max', 'min') and as_of then max(value) else sum(value) end as value,
           sum(denominator) as denominator, bit_or(bits) as bits, bool_or(provisional) as provisional
    from used
    group by indicator, combine, as_of, region, source, reporter, member
), total as (
    -- over regions
    select c.indicator, coalesce(u.ancestor, c.region) as region, c.source,
           case c.combine
               when 'distinct' then count(distinct c.member)
               when 'max' then max(c.value)
               when 'min' then min(c.value)
               else sum(c.value)
           end as value,
           sum(c.denominator) as denominator, bit_or(c.bits) as bits, bool_or(c.provisional) as provisional
    from county c
    left join up u on u.code = c.region
    where c.combine <> 'never' or coalesce(u.ancestor, c.region) = c.region
    group by c.indicator, c.combine, coalesce(u.ancestor, c.region), c.source
), reported as (
    select s.return_name, u.ancestor as region, count(*) as n
    from closing_input c join xianbao.submission s on s.id = c.submission join up u on u.code = s.region
    group by 1, 2
), expected as (
    select o.return_name, u.ancestor as region, count(*) as n
    from closing_owed o join up u on u.code = o.region
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
left join region r on r.code = t.region
left join reported rep on rep.return_name = d.return_name and rep.region = t.region
left join expected e on e.return_name = d.return_name and e.region = t.region
where t.denominator is null or t.denominator <> 0
