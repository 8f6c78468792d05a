-- The measures that a figure is made of, with the indicator as it was defined then. Written apart from the closing's own
-- statements, which it proves. {places}: code, place and within, by the boundaries of then; {submissions}: those it rests on;
-- {over_time}, {over_regions}: whether it adds up so. Parameters: the indicator; of several sources, those that are published,
-- the first that states it; the figure's source, twice; its region.
with place as materialized (
    {places}
), input as (
    select m.submission, m.id as measure, m.region as code, place.place as region, reporter.place as reporter, m.source as named,
           case m.source when '*' then '＊' else m.source end as source, m.value, m.denominator, m.qualifier, s.period_end,
           max(s.period_end) over (partition by reporter.place, m.source) as last
    from ({submissions}) c
    join xianbao.submission s on s.id = c.submission
    join xianbao.measure m on m.submission = c.submission and m.indicator = ?
    join place on place.code = m.region and place.within = place.place
    join place reporter on reporter.code = s.region and reporter.within = reporter.place
), preferred as (
    select i.*, array_position(?::text[], source) as preference
    from input i
    where {over_time} or period_end = last
), stated as (
    select p.*, min(source) over statement = max(source) over statement or preference = min(preference) over statement as chosen
    from preferred p
    window statement as (partition by region, reporter)
), used as (
    select s.*, xianbao.qualifier_bits(qualifier) as bits
    from stated s
    where (source = ? or chosen and '*' = ?)
      and code in (select code from place where within = ? and ({over_regions} or place = within))
)
