-- What each place states, by source. What stands where in the edition is one number (at): the indicator's, then the place's.

-- What the submissions in closing_input contribute, as far as it is used: what does not add up over time stands as last reported,
-- by each source, where there is more than one period to choose from.
create temp view closing_measure as
with input as not materialized (
    -- '*' stands for several sources later on, so no source may be called that
    select i.id as indicator, p.goes_on as place, r.goes_on as reporter, case m.source when '*' then '＊' else m.source end as source,
           m.id as measure, m.value, m.denominator, xianbao.qualifier_bits(m.qualifier) as bits, c.provisional, c.period_end,
           i.as_of, i.several, i.combine
    from closing_input c
    join xianbao.measure m on m.submission = c.submission
    join closing_indicator i on i.name = m.indicator
    join closing_place p on p.code = m.region
    join closing_place r on r.code = c.region
)
select indicator::bigint << 32 | place as at, indicator, place, reporter, source, measure, value, denominator, bits, provisional, combine,
       as_of and combine in ('max', 'min') as greatest
from input where not several
union all
select indicator::bigint << 32 | place, indicator, place, reporter, source, measure, value, denominator, bits, provisional, combine,
       as_of and combine in ('max', 'min')
from (select *, max(period_end) over (partition by indicator, combine, reporter, source) as last from input where several) i
where period_end = last;

-- indicators of which somebody names a source
create temp table closing_sourced on commit drop as
select i.id as indicator
from closing_indicator i
where i.name in (select m.indicator from closing_input c join xianbao.measure m using (submission) where m.source <> '');

analyze closing_sourced;

-- Their sums over time: within one reporter where it matters who that is, for the greatest of several, and for who states what;
-- and of these, what they come to (reporter null). Sorted, not hashed: so many sums at a time take more memory than time.
set local enable_hashagg = off;

create temp table closing_county on commit drop as
select at, indicator, place, source, apart as reporter,
       case when greatest then max(value) else sum(value) end as value,
       sum(denominator) as denominator, bit_or(bits) as bits, bool_or(provisional) as provisional
from (select *, case when combine in ('max', 'min') or indicator in (select indicator from closing_sourced) then reporter end as apart
      from closing_measure) m
group by at, source, apart, greatest, indicator, place;

set local enable_hashagg = on;

insert into closing_county
select c.at, c.indicator, c.place, c.source, null, case i.combine when 'max' then max(c.value) when 'min' then min(c.value) else sum(c.value) end,
       sum(c.denominator), bit_or(c.bits), bool_or(c.provisional)
from closing_county c join closing_indicator i on i.id = c.indicator
where c.reporter is not null
group by c.at, c.indicator, c.place, c.source, i.combine;

analyze closing_county (indicator, place, reporter);
