-- The figures of an edition, in their order, from what each place states (closing_county), who is counted once (closing_counted),
-- and what was owed, and whether it is missing (closing_owed). :flash, whether the edition is one.
create temp table closing_figure on commit drop as
with own as (
    select at, indicator, place, source, value, denominator, bits, provisional from closing_county where reporter is null
    union all
    select c.at, c.indicator, c.place, c.source,
           case i.combine when 'max' then max(c.value) when 'min' then min(c.value) else sum(c.value) end,
           sum(c.denominator), bit_or(c.bits), bool_or(c.provisional)
    from closing_county c join closing_indicator i on i.id = c.indicator
    where c.reporter is not null
    group by c.at, c.indicator, i.combine, c.place, c.source
), above as (
    -- one step up, where many become few, and from there all the way
    select o.indicator, i.combine, p.parent, o.source,
           coalesce(max(o.value) filter (where i.combine = 'max'), min(o.value) filter (where i.combine = 'min'),
                    sum(o.value) filter (where i.combine not in ('max', 'min'))) as value,
           sum(o.denominator) as denominator, bit_or(o.bits) as bits, bool_or(o.provisional) as provisional
    from own o
    join closing_indicator i on i.id = o.indicator and i.combine <> 'never'
    join closing_place p on p.id = o.place and p.parent is not null
    group by o.indicator, i.combine, p.parent, o.source
), part as (
    select o.indicator, i.combine, o.place, o.source, o.value, o.denominator, o.bits, o.provisional
    from own o
    join closing_indicator i on i.id = o.indicator
    join closing_place p on p.id = o.place
    where not p.alone
    union all
    select a.indicator, a.combine, u.ancestor, a.source, a.value, a.denominator, a.bits, a.provisional
    from above a join closing_up u on u.place = a.parent
    union all
    -- of several sources, what each region publishes
    select s.indicator, i.combine, s.within, '*', s.value, s.denominator, s.bits, s.provisional
    from closing_stated s
    join closing_indicator i on i.id = s.indicator
    join closing_published p on p.indicator = s.indicator and p.place = s.within and p.source = '*'
    where s.chosen
), total as (
    -- a figure already: of a place towards which nothing else counts
    select o.indicator, o.place, o.source, o.value, o.denominator, o.bits, o.provisional
    from own o join closing_place p on p.id = o.place and p.alone
    union all
    select indicator, place, source,
           case combine when 'max' then max(value) when 'min' then min(value) else sum(value) end,
           sum(denominator), bit_or(bits), bool_or(provisional)
    from part
    group by indicator, combine, place, source
), reported as (
    select c.return_name, u.ancestor as place, count(*) as n
    from closing_input c join closing_place p on p.code = c.region join closing_up u on u.place = p.id
    group by 1, 2
), missing as (
    select o.return_name, u.ancestor as place, count(*) as n
    from closing_owed o join closing_place p on p.code = o.region join closing_up u on u.place = p.id
    where o.missing
    group by 1, 2
), figure as (
    select t.indicator::bigint << 32 | t.place as at, t.indicator, t.place, t.source, t.denominator, t.bits, t.provisional,
           case i.combine when 'distinct' then n.n else t.value end as value
    from total t
    join closing_indicator i on i.id = t.indicator
    left join closing_counted n on i.combine = 'distinct' and n.at = t.indicator::bigint << 32 | t.place and n.source = t.source
    where t.denominator is null or t.denominator <> 0
)
select f.at, i.name as indicator, p.code as region, p.level, f.source,
       case when i.kind = 'ratio' and f.denominator is not null
            then trim_scale(round(f.value / f.denominator * case when i.percent then 100 else 1 end, 6))
            else trim_scale(f.value) end as value,
       case when f.denominator is not null then trim_scale(f.value) end as numerator,
       trim_scale(f.denominator) as denominator,
       i.unit, i.kind, xianbao.qualifier(f.bits) as qualifier,
       case when f.provisional then 'P'
            when m.n is null then 'A'
            when :flash then 'P'
            else 'D' end as status,
       coalesce(rep.n, 0)::int as reported, (coalesce(rep.n, 0) + coalesce(m.n, 0))::int as expected,
       s.indicator is null or s.source is not distinct from f.source as published
from figure f
join closing_indicator i on i.id = f.indicator
join closing_place p on p.id = f.place
left join reported rep on rep.return_name = i.return_name and rep.place = f.place
left join missing m on m.return_name = i.return_name and m.place = f.place
left join closing_published s on s.indicator = f.indicator and s.place = f.place
order by f.at, f.source collate "C";
