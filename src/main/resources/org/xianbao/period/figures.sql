-- The figures of an edition, in their order, from what each place states (closing_county), and what was owed, and whether it is
-- missing (closing_owed). :flash, whether the edition is one.
create temp table closing_figure on commit drop as
with own as not materialized (
    select c.*, i.name, i.return_name, i.kind, i.unit, i.percent, i.combine, p.code, p.level, p.parent, p.alone
    from closing_county c
    join closing_indicator i on i.id = c.indicator
    join closing_place p on p.id = c.place
    where c.reporter is null
), above as (
    -- one step up, where many become few, and from there all the way
    select indicator, combine, parent, source,
           coalesce(max(value) filter (where combine = 'max'), min(value) filter (where combine = 'min'),
                    sum(value) filter (where combine not in ('max', 'min'))) as value,
           sum(denominator) as denominator, bit_or(bits) as bits, bool_or(provisional) as provisional
    from own
    where combine <> 'never' and parent is not null
    group by indicator, combine, parent, source
), part as (
    select indicator, place, combine, source, value, denominator, bits, provisional from own where not alone
    union all
    select a.indicator, u.ancestor, a.combine, a.source, a.value, a.denominator, a.bits, a.provisional
    from above a join closing_up u on u.place = a.parent
    union all
    -- of several sources, what each region publishes
    select s.indicator, s.place, s.combine, '*', s.value, s.denominator, s.bits, s.provisional
    from closing_stated s join closing_published p on p.at = s.within and p.source = '*'
    where s.chosen
), figure as (
    -- already one: of a place towards which nothing else counts
    select indicator, place, source, value, denominator, bits, provisional, name, return_name, kind, unit, percent, code, level
    from own where alone
    union all
    select t.*, i.name, i.return_name, i.kind, i.unit, i.percent, p.code, p.level
    from (select indicator, place, source, case combine when 'max' then max(value) when 'min' then min(value) else sum(value) end,
                 sum(denominator), bit_or(bits), bool_or(provisional)
          from part
          group by indicator, place, combine, source) t
    join closing_indicator i on i.id = t.indicator
    join closing_place p on p.id = t.place
), coverage as (
    select o.return_name, u.ancestor as place, sum(o.reported)::int as reported, sum(o.missing)::int as missing
    from (select return_name, region, 1 as reported, 0 as missing from closing_input
          union all
          select return_name, region, 0, 1 from closing_owed where missing) o
    join closing_place p on p.code = o.region
    join closing_up u on u.place = p.id
    group by o.return_name, u.ancestor
)
select f.indicator::bigint << 32 | f.place as at, f.name as indicator, f.code as region, f.level, f.source,
       case when f.kind = 'ratio' and f.denominator is not null
            then trim_scale(round(f.value / f.denominator * case when f.percent then 100 else 1 end, 6))
            else trim_scale(f.value) end as value,
       case when f.denominator is not null then trim_scale(f.value) end as numerator,
       trim_scale(f.denominator) as denominator,
       f.unit, f.kind, xianbao.qualifier(f.bits) as qualifier,
       case when f.provisional then 'P'
            when coalesce(c.missing, 0) = 0 then 'A'
            when :flash then 'P'
            else 'D' end as status,
       coalesce(c.reported, 0) as reported, coalesce(c.reported + c.missing, 0) as expected, true as published
from figure f
left join coverage c on c.return_name = f.return_name and c.place = f.place
where f.denominator is null or f.denominator <> 0
order by at, f.source collate "C";

-- where sources are named
update closing_figure f set published = false
from closing_published p
where p.at = f.at and p.source is distinct from f.source;
