-- Where sources are named: what each region states, to whom it counts (within), and whether it is chosen to be published; and the
-- source that is published for each region.

create temp table closing_stated on commit drop as
with disputed as (
    -- stated by several sources; the first of those preferred is published, and none when none is preferred
    select c.at, c.reporter, min(array_position(i.sources, c.source)) as preferred
    from closing_county c
    join closing_sourced using (indicator)
    join closing_indicator i on i.id = c.indicator
    group by c.at, c.reporter
    having min(c.source) <> max(c.source)
)
select c.*, u.ancestor as within,
       d.at is null or coalesce(array_position(i.sources, c.source) = d.preferred, false) as chosen
from closing_county c
join closing_sourced using (indicator)
join closing_indicator i on i.id = c.indicator
left join disputed d on d.at = c.at and d.reporter = c.reporter
join closing_up u on u.place = c.place and (i.combine <> 'never' or u.ancestor = c.place);

-- the one that all statements within agree on, else '*'; null where one of them is undecided
create temp table closing_published on commit drop as
select indicator, within as place,
       case when count(distinct (place, reporter)) filter (where chosen) < count(distinct (place, reporter)) then null
            when min(source) filter (where chosen) = max(source) filter (where chosen) then min(source) filter (where chosen)
            else '*' end as source
from closing_stated
group by indicator, within;

analyze closing_stated, closing_published;
