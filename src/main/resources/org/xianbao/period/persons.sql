-- Who is counted once, however often and in however many places stated. Nearly everybody is stated in one place, and counts
-- towards all that is above it like any sum; only who is stated in several is looked at for each place above them.
create temp table closing_counted on commit drop as
with statement as (
    select indicator, place, source, measure from closing_measure where combine = 'distinct'
    union all
    select m.indicator, m.place, '*', m.measure
    from closing_measure m
    join closing_stated s on s.at = m.at and s.reporter = m.reporter and s.source = m.source and s.within = m.at and s.chosen
    where m.combine = 'distinct'
), member as materialized (
    select s.indicator, s.place, s.source, n.member
    from statement s join xianbao.measure m on m.id = s.measure cross join lateral unnest(m.members) n (member)
), person as materialized (
    select indicator, source, member, min(place) as place, max(place) > min(place) as several
    from member
    group by indicator, source, member
), total as (
    select p.indicator, u.ancestor, p.source, sum(p.n) as n
    from (select indicator, source, place, count(*) as n from person where not several group by indicator, source, place) p
    join closing_up u on u.place = p.place
    group by p.indicator, u.ancestor, p.source
    union all
    select indicator, ancestor, source, count(*)
    from (select distinct m.indicator, u.ancestor, m.source, m.member
          from person p
          join member m on m.indicator = p.indicator and m.source = p.source and m.member = p.member
          join closing_up u on u.place = m.place
          where p.several) p
    group by indicator, ancestor, source
)
select indicator::bigint << 32 | ancestor as at, source, sum(n) as n
from total
group by indicator, ancestor, source;

update closing_figure f set value = c.n
from closing_counted c
where c.at = f.at and c.source = f.source;
