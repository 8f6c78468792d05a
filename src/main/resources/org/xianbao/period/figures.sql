-- The figures of an edition, from closing_input (the submissions it rests on), closing_owed (what was owed, and
-- whether it is missing) and closing_preference (which source of an indicator is published). :day is the last day of the period, whose boundaries
-- count; :flash, whether the edition is one.
with recursive region as (
    select distinct on (code) code collate "C" as code, level, parent collate "C" as parent
    from xianbao.region
    where valid_from <= :day and (valid_to is null or valid_to >= :day)
    order by code, valid_from desc
), up (code, ancestor) as (
    select code, code from region
    union all
    select up.code, r.parent from up join region r on r.code = up.ancestor where r.parent is not null
), input as (
    -- '*' stands for several sources below, so no source may be called that; by bytes, texts sort several times faster
    select m.indicator collate "C" as indicator, m.region collate "C" as region,
           case m.source when '*' then '＊' else m.source end collate "C" as source, m.member collate "C" as member, m.value, m.denominator,
           xianbao.qualifier_bits(m.qualifier) as bits, c.provisional, s.region collate "C" as reporter, s.period_end,
           max(s.period_end) over (partition by m.indicator, s.region, m.source) as last
    from closing_input c
    join xianbao.submission s on s.id = c.submission
    join xianbao.measure m on m.submission = c.submission
), used as (
    -- what does not add up over time stands as last reported, by each source
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
), line as (
    -- over regions
    select c.*, coalesce(u.ancestor, c.region) as within
    from county c
    left join up u on u.code = c.region
    where c.combine <> 'never' or coalesce(u.ancestor, c.region) = c.region
), sourced as materialized (
    select distinct indicator from county where source <> ''
), disputed as (
    -- stated by several sources; the first of those preferred is published, and none when none is preferred
    select c.indicator, c.region, c.reporter, min(array_position(p.sources, c.source)) as preferred
    from county c
    join sourced using (indicator)
    left join closing_preference p using (indicator)
    group by c.indicator, c.region, c.reporter
    having min(c.source) <> max(c.source)
), stated as materialized (
    select c.*, coalesce(u.ancestor, c.region) as within,
           d.indicator is null or coalesce(array_position(p.sources, c.source) = d.preferred, false) as chosen
    from county c
    join sourced using (indicator)
    left join disputed d on d.indicator = c.indicator and d.region = c.region and d.reporter = c.reporter
    left join closing_preference p on p.indicator = c.indicator
    left join up u on u.code = c.region and c.combine <> 'never'
), published as (
    -- where sources are named: the one that all statements within agree on, else '*'; null where one of them is undecided
    select indicator, within,
           case when count(distinct (region, reporter)) filter (where chosen) < count(distinct (region, reporter)) then null
                when min(source) filter (where chosen) = max(source) filter (where chosen) then min(source) filter (where chosen)
                else '*' end as source
    from stated
    group by indicator, within
), total as (
    select indicator, within as region, source,
           case combine
               when 'distinct' then count(distinct member)
               when 'max' then max(value)
               when 'min' then min(value)
               else sum(value)
           end as value,
           sum(denominator) as denominator, bit_or(bits) as bits, bool_or(provisional) as provisional
    from (select indicator, combine, within, source, member, value, denominator, bits, provisional
          from line
          union all
          select s.indicator, s.combine, s.within, '*', s.member, s.value, s.denominator, s.bits, s.provisional
          from stated s join published p using (indicator, within)
          where p.source = '*' and s.chosen) l
    group by indicator, combine, within, source
), reported as (
    select c.return_name, u.ancestor as region, count(*) as n
    from closing_input c join up u on u.code = c.region
    group by 1, 2
), missing as (
    select o.return_name, u.ancestor as region, count(*) as n
    from closing_owed o join up u on u.code = o.region
    where o.missing
    group by 1, 2
)
select t.indicator, t.region, coalesce(r.level, 'other') as level, t.source,
       case when d.kind = 'ratio' and t.denominator is not null
            then trim_scale(round(t.value / nullif(t.denominator, 0) * case when d.percent then 100 else 1 end, 6))
            else trim_scale(t.value) end as value,
       case when t.denominator is not null then trim_scale(t.value) end as numerator,
       trim_scale(t.denominator) as denominator,
       d.unit, d.kind, xianbao.qualifier(t.bits) as qualifier,
       case when t.provisional then 'P'
            when m.n is null then 'A'
            when :flash then 'P'
            else 'D' end as status,
       coalesce(rep.n, 0)::int as reported, (coalesce(rep.n, 0) + coalesce(m.n, 0))::int as expected,
       p.indicator is null or p.source is not distinct from t.source as published
from total t
join xianbao.indicator d on d.name = t.indicator
left join region r on r.code = t.region
left join reported rep on rep.return_name = d.return_name and rep.region = t.region
left join missing m on m.return_name = d.return_name and m.region = t.region
left join published p on p.indicator = t.indicator and p.within = t.region
where t.denominator is null or t.denominator <> 0
