-- Where sources are named: what each region states, where it counts (within), and whether it is chosen to be published; and the
-- source that is published of each figure (at).

create temp table closing_stated on commit drop as
with stated as (
    select c.*, i.combine, i.sources
    from closing_county c
    join closing_sourced s on s.indicator = c.indicator
    join closing_indicator i on i.id = c.indicator
    where c.reporter is not null
), disputed as (
    -- stated by several sources; the first of those preferred is published, and none when none is preferred
    select at, reporter, min(array_position(sources, source)) as preferred
    from stated
    group by at, reporter
    having min(source) <> max(source)
)
select s.at, s.indicator, s.reporter, s.source, s.value, s.denominator, s.bits, s.provisional, s.combine,
       u.ancestor as place, s.indicator::bigint << 32 | u.ancestor as within,
       d.at is null or coalesce(array_position(s.sources, s.source) = d.preferred, false) as chosen
from stated s
left join disputed d on d.at = s.at and d.reporter = s.reporter
join closing_up u on u.place = s.place and (s.combine <> 'never' or u.ancestor = s.place);

-- the one that all statements within agree on, else '*'; null where one of them is undecided
create temp table closing_published on commit drop as
select within as at,
       case when count(distinct (at, reporter)) filter (where chosen) < count(distinct (at, reporter)) then null
            when min(source) filter (where chosen) = max(source) filter (where chosen) then min(source) filter (where chosen)
            else '*' end as source
from closing_stated
group by within;

analyze closing_stated, closing_published;
