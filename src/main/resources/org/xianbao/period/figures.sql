-- The figures of an edition, from closing_input (the submissions it rests on), closing_owed (what was owed, and whether it is
-- missing), closing_preference (which source of an indicator is published), closing_region, closing_gone and closing_up (the
-- boundaries of the period's last day). :flash, whether the edition is one. What is many is hashed, never sorted, and hashed once.
with input as not materialized (
    -- '*' stands for several sources below, so no source may be called that; by bytes, texts are compared several times faster
    select m.indicator collate "C" as indicator, coalesce(place.place, m.region collate "C") as region,
           case m.source when '*' then '＊' else m.source end collate "C" as source, m.member collate "C" as member, m.value, m.denominator,
           xianbao.qualifier_bits(m.qualifier) as bits, c.provisional, coalesce(self.place, s.region collate "C") as reporter, s.period_end,
           d.combine, d.as_of
    from closing_input c
    join xianbao.submission s on s.id = c.submission
    join xianbao.measure m on m.submission = c.submission
    join xianbao.indicator d on d.name = m.indicator
    left join closing_gone self on self.code = s.region and self.own
    left join closing_gone place on place.code = m.region and place.own
    where d.kind <> 'case'
), sourced as materialized (
    select distinct indicator from input where source <> ''
), last as (
    select indicator, reporter, source, max(period_end) as period_end from input where as_of group by indicator, reporter, source
), used as (
    -- what does not add up over time stands as last reported, by each source
    select * from input where not as_of
    union all
    select i.* from input i join last using (indicator, reporter, source, period_end) where i.as_of
), county as materialized (
    -- over time; within one reporter where it matters who that is: for the greatest of several, and for who states what
    select indicator, combine, region, source, case when apart then reporter end as reporter, member,
           coalesce(max(value) filter (where combine in ('max', 'min') and as_of),
                    sum(value) filter (where not (combine in ('max', 'min') and as_of))) as value,
           sum(denominator) as denominator, bit_or(bits) as bits, bool_or(provisional) as provisional,
           not apart and member is null and region not in (select parent from closing_region where parent is not null)
               and region not in (select place from closing_gone) as alone
    from (select indicator, combine, as_of, region, source, reporter, case combine when 'distinct' then member end as member, value,
                 denominator, bits, provisional,
                 combine in ('max', 'min') or indicator in (select indicator from sourced) as apart
          from used) u
    group by indicator, combine, as_of, region, source, apart, case when apart then reporter end, member
), line as not materialized (
    -- over regions, except what is a figure already: of a region that has none below
    select c.*, coalesce(u.ancestor, c.region) as within
    from county c
    left join closing_up u on u.code = c.region
    where case when coalesce(u.ancestor, c.region) = c.region then not c.alone else c.combine <> 'never' end
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
    left join closing_up u on u.code = c.region and c.combine <> 'never'
), published as (
    -- where sources are named: the one that all statements within agree on, else '*'; null where one of them is undecided
    select indicator, within,
           case when count(distinct (region, reporter)) filter (where chosen) < count(distinct (region, reporter)) then null
                when min(source) filter (where chosen) = max(source) filter (where chosen) then min(source) filter (where chosen)
                else '*' end as source
    from stated
    group by indicator, within
), part as not materialized (
    select indicator, combine, within, source, member, value, denominator, bits, provisional
    from line
    union all
    select s.indicator, s.combine, s.within, '*', s.member, s.value, s.denominator, s.bits, s.provisional
    from stated s join published p using (indicator, within)
    where p.source = '*' and s.chosen
), member as (
    select indicator, within, source, member, bit_or(bits) as bits, bool_or(provisional) as provisional
    from part where combine = 'distinct' group by indicator, within, source, member
), total as (
    select indicator, region, source, value, denominator, bits, provisional from county where alone
    union all
    -- apart from what is counted once, which would be sorted
    select indicator, within as region, source,
           coalesce(max(value) filter (where combine = 'max'), min(value) filter (where combine = 'min'),
                    sum(value) filter (where combine not in ('max', 'min'))) as value,
           sum(denominator) as denominator, bit_or(bits) as bits, bool_or(provisional) as provisional
    from part where combine <> 'distinct' group by indicator, combine, within, source
    union all
    select indicator, within, source, count(*), null, bit_or(bits), bool_or(provisional)
    from member group by indicator, within, source
), reported as (
    select c.return_name, u.ancestor as region, count(*) as n
    from closing_input c join closing_up u on u.code = c.region
    group by 1, 2
), missing as (
    select o.return_name, u.ancestor as region, count(*) as n
    from closing_owed o join closing_up u on u.code = o.region
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
left join closing_region r on r.code = t.region
left join reported rep on rep.return_name = d.return_name and rep.region = t.region
left join missing m on m.return_name = d.return_name and m.region = t.region
left join published p on p.indicator = t.indicator and p.within = t.region
where t.denominator is null or t.denominator <> 0
