-- What each place states, by source: closing_measure is what the submissions in closing_input contribute, as far as it is used,
-- closing_county their sums over time. What stands where in the edition is one number (at): the indicator's, then the place's.
-- It is sorted, not hashed: a hundred thousand sums at a time take more memory than time.

create temp table closing_measure on commit drop as
with input as (
    -- '*' stands for several sources later on, so no source may be called that
    select i.id as indicator, p.goes_on as place, r.goes_on as reporter, case m.source when '*' then '＊' else m.source end as source,
           m.id as measure, m.value, m.denominator, xianbao.qualifier_bits(m.qualifier) as bits, c.provisional, c.period_end,
           i.as_of, i.combine
    from closing_input c
    join xianbao.measure m on m.submission = c.submission
    join closing_indicator i on i.name = m.indicator
    join closing_place p on p.code = m.region
    join closing_place r on r.code = c.region
), used as (
    -- what does not add up over time stands as last reported, by each source
    select *, false as greatest from input where not as_of
    union all
    select indicator, place, reporter, source, measure, value, denominator, bits, provisional, period_end, as_of, combine,
           combine in ('max', 'min')
    from (select *, max(period_end) over (partition by indicator, reporter, source) as last from input where as_of) i
    where period_end = last
)
select indicator::bigint << 32 | place as at, indicator, place, reporter, source, measure, value, denominator, bits, provisional,
       combine, greatest
from used;

-- indicators of which somebody names a source
create temp table closing_sourced on commit drop as
select distinct indicator from closing_measure where source <> '';

analyze closing_sourced;

set local enable_hashagg = off;

-- Within one reporter where it matters who that is: for the greatest of several, and for who states what.
create temp table closing_county on commit drop as
select at, max(indicator) as indicator, max(place) as place, source, apart as reporter,
       case when greatest then max(value) else sum(value) end as value,
       sum(denominator) as denominator, bit_or(bits) as bits, bool_or(provisional) as provisional
from (select *, case when combine in ('max', 'min') or indicator in (select indicator from closing_sourced) then reporter end as apart
      from closing_measure) m
group by at, source, apart, greatest;

set local enable_hashagg = on;
